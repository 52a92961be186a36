/** What `link` knows about people. Any other field is free text, compared for likeness. */
export const peopleFields = [
  "forename",
  "surname",
  "full_name",
  "birth_date",
  "gender",
  "email",
  "phone",
  "street_number",
  "street",
  "street2",
  "city",
  "region",
  "postcode",
  "country",
  "national_id",
] as const;
