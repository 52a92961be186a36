/** Names as people in the town write them, the most common first, by where the family is from. */
export type Culture = {
  readonly share: number;
  readonly script: "Latin" | "Cyrillic" | "Greek" | "Chinese";
  readonly forenames: readonly string[];
  readonly surnames: readonly string[];
  /** What rare surnames are made of. */
  readonly rare: { readonly heads: readonly string[]; readonly tails: readonly string[] };
};

const words = (text: string): string[] => text.split(" ");

export const cultures: readonly Culture[] = [
  {
    share: 34,
    script: "Latin",
    forenames: words(
      "Anna Paul Maria Lukas Sophie Jonas Emma Felix Katharina Maximilian Lena Alexander Clara Tobias Johanna Matthias Greta Stefan Ida Andreas Frieda Michael Hannah Thomas Elisabeth Robert Susanne Peter Margarete Wolfgang",
    ),
    surnames: words(
      "Müller Schmidt Weber Fischer Meyer Wagner Becker Schulz Hoffmann Koch Richter Klein Wolf Schröder Neumann Schwarz Braun Zimmermann Krüger Hartmann Lange Köhler Maier Jäger Brandt Vogel Winter Sommer Engel Busch",
    ),
    rare: {
      heads: words(
        "Linden Eichen Stein Berg Wald Bruck Hohen Neu Alten Rosen Schön Kirch Mühl Bach Feld Heiden Winkel Sonnen Silber Kalten Grün Weißen Buchen Birken Erlen Falken Adler Hirsch Hasel Moos Rieden Wiesen Tannen Ober Nieder Hinter Ritters Brenn Königs Sand",
      ),
      tails: words(
        "berg thal feld mann hofer bauer inger meier bach hauser dorf ner wald stein brück müller huber städter kamp horst",
      ),
    },
  },
  {
    share: 18,
    script: "Latin",
    forenames: words(
      "Margaret Robert Elizabeth William Katherine James Jennifer Michael Susan Thomas Amelia George Olivia Henry Charlotte Edward Grace Samuel Alice Joseph Rebecca Daniel Eleanor Benjamin Victoria",
    ),
    surnames: words(
      "Smith Jones Taylor Brown Williams Wilson Johnson Davies Robinson Wright Thompson Evans Walker White Roberts Green Hall Wood Harris Clarke Cooper Ward Turner Hill Moore",
    ),
    rare: {
      heads: words(
        "Ash Black Brad Brom Carl Chester Clay Cross Dal East Fair Grey Hamp Hart Haw Hazel High Hol Kings Lang Lin Mar Mil Nor Oak Pem Red Ring Ship Stan Stock Sut Thorn Wake Wal West Whit Win Wood Wynd",
      ),
      tails: words("ton ley ford well field worth combe bury shaw wick brook more land ham den"),
    },
  },
  {
    share: 12,
    script: "Latin",
    forenames: words(
      "Ayşe Mehmet Fatma Mustafa Zeynep Ahmet Elif Emre Hatice Can Merve Burak Leyla Murat Defne Yusuf Selin Kerem Esra Deniz",
    ),
    surnames: words("Yılmaz Kaya Demir Çelik Şahin Öztürk Aydın Arslan Doğan Kılıç Aslan Çetin Koç Kurt Özdemir"),
    rare: {
      heads: words(
        "Kara Ak Demir Taş Altın Gül Yıl Boz Kök Er Sarı Uzun Güneş Bulut Kaplan Çakır Doğru Gök Deniz Koca",
      ),
      tails: words("oğlu taş kaya kan türk soy men tekin han dağ"),
    },
  },
  {
    share: 10,
    script: "Latin",
    forenames: words(
      "Piotr Katarzyna Krzysztof Agnieszka Andrzej Małgorzata Tomasz Magdalena Paweł Joanna Michał Ewa Łukasz Zofia Jakub",
    ),
    surnames: words(
      "Nowak Kowalski Wiśniewski Wójcik Kowalczyk Kamiński Lewandowski Zieliński Szymański Woźniak Dąbrowski",
    ),
    rare: {
      heads: words(
        "Jabłoń Malin Wrób Krawi Sikor Maj Zawad Domań Grab Brzez Ostr Lip Kalin Sosn Jawor Gór Kamieni Borow Jasi Mroz",
      ),
      tails: words("ski ewski owski czak czyk iński icki ak ek icz"),
    },
  },
  {
    share: 9,
    script: "Latin",
    forenames: words(
      "Amara Chidi Ngozi Emeka Adaeze Tunde Folake Kwame Abena Kofi Efua Yaw Zainab Ibrahim Aisha Oluwaseun Nkechi Ifeanyi",
    ),
    surnames: words(
      "Odili Okafor Adeyemi Mensah Balogun Eze Owusu Boateng Nwosu Asante Ibrahim Abubakar Okonkwo Diallo",
    ),
    rare: {
      heads: words("Ade Ola Olu Ayo Baba Chuk Nna Oko Oku Ani Eme Ike Obi Uzo Dan Aku Ama Bon Fre Ase"),
      tails: words("yinka wale tunji wuma dike nkwo afor nna kwe bola yemi sola dele nte mpong mani duru lade"),
    },
  },
  {
    share: 8,
    script: "Cyrillic",
    forenames: words("Иван Мария Сергей Елена Дмитрий Ольга Алексей Наталья Михаил Светлана Андрей Татьяна"),
    surnames: words("Иванов Смирнов Кузнецов Попов Соколов Лебедев Козлов Новиков Морозов Петров Волков"),
    rare: {
      heads: words(
        "Бел Черн Зайц Голуб Медвед Солов Журавл Ворон Тихон Гаврил Данил Максим Степан Фрол Григорь Кравц Щербак Мельник Коваль Лукьян",
      ),
      tails: words("ов ев ин овский енко чук"),
    },
  },
  {
    share: 6,
    script: "Greek",
    forenames: words("Γιώργος Μαρία Δημήτρης Ελένη Κώστας Κατερίνα Νίκος Σοφία Γιάννης Άννα"),
    surnames: words("Παπαδόπουλος Γεωργίου Δημητρίου Νικολάου Ιωάννου Οικονόμου Βασιλείου"),
    rare: {
      heads: words("Αναγνωστ Καραγιανν Χριστ Κωνσταντ Αθανασ Παναγιωτ Στεφαν Αλεξ Μιχαλ Σταυρ Ζαχαρ Λαμπρ Μαρκ Θεοδωρ"),
      tails: words("όπουλος ίδης άκης ίου έας άτος"),
    },
  },
  {
    share: 3,
    script: "Chinese",
    forenames: words("伟 芳 娜 敏 静 丽 强 磊 洋 艳"),
    surnames: words("王 李 张 刘 陈 杨 赵 黄 周 吴"),
    rare: {
      heads: words(
        "孙 朱 马 胡 郭 林 何 高 梁 郑 罗 宋 谢 唐 韩 曹 许 邓 萧 冯 曾 程 蔡 彭 潘 袁 于 董 余 苏 叶 吕 魏 蒋 田 杜",
      ),
      tails: [""],
    },
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
