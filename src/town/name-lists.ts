/** Names as people in the town write them: [how common, forename], [how common, surname], by where the family is from. */
type Culture = { readonly share: number; readonly forenames: readonly string[]; readonly surnames: readonly string[] };

const words = (text: string): string[] => text.split(" ");

export const cultures: readonly Culture[] = [
  {
    share: 34,
    forenames: words(
      "Anna Paul Maria Lukas Sophie Jonas Emma Felix Katharina Maximilian Lena Alexander Clara Tobias Johanna Matthias Greta Stefan Ida Andreas Frieda Michael Hannah Thomas Elisabeth Robert Susanne Peter Margarete Wolfgang",
    ),
    surnames: words(
      "Müller Schmidt Weber Fischer Meyer Wagner Becker Schulz Hoffmann Koch Richter Klein Wolf Schröder Neumann Schwarz Braun Zimmermann Krüger Hartmann Lange Köhler Maier Jäger Brandt Vogel Winter Sommer Engel Busch",
    ),
  },
  {
    share: 18,
    forenames: words(
      "Margaret Robert Elizabeth William Katherine James Jennifer Michael Susan Thomas Amelia George Olivia Henry Charlotte Edward Grace Samuel Alice Joseph Rebecca Daniel Eleanor Benjamin Victoria",
    ),
    surnames: words(
      "Smith Jones Taylor Brown Williams Wilson Johnson Davies Robinson Wright Thompson Evans Walker White Roberts Green Hall Wood Harris Clarke Cooper Ward Turner Hill Moore",
    ),
  },
  {
    share: 12,
    forenames: words(
      "Ayşe Mehmet Fatma Mustafa Zeynep Ahmet Elif Emre Hatice Can Merve Burak Leyla Murat Defne Yusuf Selin Kerem Esra Deniz",
    ),
    surnames: words("Yılmaz Kaya Demir Çelik Şahin Öztürk Aydın Arslan Doğan Kılıç Aslan Çetin Koç Kurt Özdemir"),
  },
  {
    share: 10,
    forenames: words(
      "Piotr Katarzyna Krzysztof Agnieszka Andrzej Małgorzata Tomasz Magdalena Paweł Joanna Michał Ewa Łukasz Zofia Jakub",
    ),
    surnames: words(
      "Nowak Kowalski Wiśniewski Wójcik Kowalczyk Kamiński Lewandowski Zieliński Szymański Woźniak Dąbrowski",
    ),
  },
  {
    share: 9,
    forenames: words(
      "Amara Chidi Ngozi Emeka Adaeze Tunde Folake Kwame Abena Kofi Efua Yaw Zainab Ibrahim Aisha Oluwaseun Nkechi Ifeanyi",
    ),
    surnames: words(
      "Odili Okafor Adeyemi Mensah Balogun Eze Owusu Boateng Nwosu Asante Ibrahim Abubakar Okonkwo Diallo",
    ),
  },
  {
    share: 8,
    forenames: words("Иван Мария Сергей Елена Дмитрий Ольга Алексей Наталья Михаил Светлана Андрей Татьяна"),
    surnames: words("Иванов Смирнов Кузнецов Попов Соколов Лебедев Козлов Новиков Морозов Петров Волков"),
  },
  {
    share: 6,
    forenames: words("Γιώργος Μαρία Δημήτρης Ελένη Κώστας Κατερίνα Νίκος Σοφία Γιάννης Άννα"),
    surnames: words("Παπαδόπουλος Γεωργίου Δημητρίου Νικολάου Ιωάννου Οικονόμου Βασιλείου"),
  },
  {
    share: 3,
    forenames: words("伟 芳 娜 敏 静 丽 强 磊 洋 艳"),
    surnames: words("王 李 张 刘 陈 杨 赵 黄 周 吴"),
  },
];

/** What friends call them at the counter. */
export const shortNames: Readonly<Record<string, string>> = {
  Robert: "Bob",
  William: "Bill",
  Katherine: "Kate",
  Elizabeth: "Liz",
  Margaret: "Maggie",
  Thomas: "Tom",
  Michael: "Mike",
  James: "Jim",
  Edward: "Ted",
  Samuel: "Sam",
  Joseph: "Joe",
  Daniel: "Dan",
  Benjamin: "Ben",
  Rebecca: "Becky",
  Katharina: "Kathi",
  Maximilian: "Max",
  Alexander: "Alex",
  Matthias: "Matze",
  Johanna: "Hanna",
  Susanne: "Susi",
};
