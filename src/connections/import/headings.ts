import type { Field, Kind } from "./fields.ts";

/** What columns are called, in words and in the order of trust; the field's own name is understood. */
type Headings = Partial<Record<Field, string>>;

const identifiers: Headings = {
  customer:
    "customer unique id, customer id, customer no, customer number, customer, client id, client number, client, user id, user, account id, account number, kundennummer, kunden nr, kunde",
  loyalty:
    "loyalty number, loyalty no, loyalty id, loyalty card, member number, member no, membership number, bonusnummer",
  card: "card token, payment card token, card id",
  email: "email address, e mail, mail, mail address, customer email",
  phone:
    "phone number, telephone, telephone number, mobile, mobile number, mobile phone, customer phone, telefon, telefonnummer, handy, handynummer",
  booking:
    "booking code, booking id, booking reference, reservation, reservation id, reservation code, pnr, buchungsnummer",
  device: "device id, anonymous id",
};

const orders: Headings = {
  ...identifiers,
  basket:
    "basket id, order id, order number, order no, order, invoice no, invoice number, invoice id, invoice, receipt id, receipt number, receipt no, receipt, bill number, bill no, transaction id, transaction number, transaction, ticket id, bestellnummer, bestell nr, rechnungsnummer, rechnung, bon, belegnummer",
  line: "line id, line no, line number, line item id, order item id, order line, position, pos",
  at: "order date, ordered at, order time, order purchase timestamp, purchase timestamp, purchase date, purchased at, invoice date, transaction date, transaction time, sold at, sale date, order datetime, created at, date time, datetime, timestamp, date, occurred at, bestelldatum, rechnungsdatum, datum",
  promised_at:
    "order estimated delivery date, estimated delivery date, promised date, promised delivery date, promised, expected delivery date, estimated delivery",
  delivered_at: "order delivered customer date, delivered date, delivery date, delivered, lieferdatum",
  item: "item id, item code, item number, item no, stock code, sku, product id, product code, product sku, variant sku, article number, article no, article id, artikelnummer, artikel nr, product, item sku, article, artikel",
  name: "description, item name, product name, article name, item description, product description, product title, lineitem name, bezeichnung, artikelbezeichnung",
  quantity: "qty, units, item quantity, order quantity, lineitem quantity, menge, anzahl, stueck",
  price: "unit price, item price, price each, price per unit, lineitem price, einzelpreis, preis, stueckpreis",
  amount: "line total, line amount, line price, item total, betrag, zeilensumme",
  currency: "currency code, order currency, waehrung",
  place: "store, store id, store code, shop, branch, branch id, location, outlet, restaurant, filiale, standort",
  staff:
    "staff id, employee, employee id, sales person, salesperson, waiter, cashier, server, served by, mitarbeiter, kellner, kassierer",
  channel: "sales channel, order channel, kanal",
  status: "order status, financial status",
};

/** A sum is the order's where rows are orders; on a line it would be counted once for every line. */
const wholeOrders: Headings = {
  amount:
    "total, order total, grand total, total amount, total price, order amount, revenue, sales, subtotal, gesamtbetrag, summe",
};

const customers: Headings = {
  ...identifiers,
  customer: `${identifiers.customer}, id`,
  forename: "first name, given name, vorname",
  surname: "last name, family name, nachname, familienname",
  full_name: "name, customer name, contact name, display name",
  birth_date: "date of birth, birthdate, birthday, dob, geburtsdatum",
  gender: "sex, geschlecht",
  street_number: "house number, hausnummer",
  street: "address 1, address line 1, street address, address, strasse",
  street2: "address 2, address line 2, street 2",
  city: "town, customer city, suburb, ort, stadt",
  region: "state, province, county, customer state, bundesland",
  postcode: "post code, postal code, zip, zip code, customer zip code prefix, plz",
  country: "country code, land",
  national_id: "soc sec id, ssn, national insurance number",
};

const touches: Headings = {
  ...identifiers,
  message: "message id, event id, ticket id, case id, call id, contact id, tweet id, id",
  at: "timestamp, datetime, date time, date, time, created at, occurred at, event time, event timestamp, complete timestamp, datum",
  touchpoint: "touch point, event, event name, event type, activity, activity id, type, kontaktpunkt",
  place: orders.place!,
  staff: `${orders.staff!}, agent, agent id`,
  channel: "kanal",
  text: "comment, message text, body, note, notes, description, kommentar",
};

export function headingsOf(kind: Kind): Readonly<Headings> {
  return kind === "orders" ? orders : kind === "customers" ? customers : touches;
}

export const headingsOfWholeOrders: Readonly<Headings> = wholeOrders;
