"""Names of people, places, peoples and institutions from all regions, to stand in for those of one election."""

from typing import Final


def _list(text: str) -> tuple[str, ...]:
    return tuple(word.replace("_", " ") for word in text.split())


GIVEN: Final = _list("""
Arayik Ilham Nikol Salome Irakli Vladimir Sergei Dmitry Olena Volodymyr Aleksandr Maia Zurab Levan Elchin Aslan Ruben
Recep Ahmet Meral Devlet Ali Hassan Mohammad Javad Fatima Leila Yusuf Omar Khalid Nouri Haider Bashar Walid Saad Nabih
Benjamin Yair Naftali Ayman Ismail Abdel Mahmoud Mustafa Kemal Hamid Ashraf Imran Shehbaz Nawaz Narendra Amit Rahul
Priyanka Mamata Sheikh Khaleda Mahinda Gotabaya Aung Min Thein Prayut Yingluck Joko Prabowo Anwar Mahathir Rodrigo Leni
Ferdinand Xi Li Wang Zhao Tsai Shinzo Fumio Yoshihide Moon Jong-un Nguyen Tran Hun Souphanouvong Paul Uhuru William
Raila Yoweri Bobi Abiy Debretsion Isaias Muhammadu Goodluck Bola Nana John Macky Ousmane Alassane Laurent Félix Joseph
Cyril Jacob Julius Emmerson Morgan Hakainde Filipe João Isabel Teodoro Idriss Ibrahim Amina Ngozi Luiz Jair Dilma Michel
Nicolás Juan Hugo Evo Jeanine Gabriel Sebastián Michelle Mauricio Alberto Cristina Pedro Gustavo Iván Andrés Claudia
Emmanuel Marine Jean-Luc François Angela Olaf Annalena Friedrich Markus Giorgia Matteo Mario Silvio Pablo Mariano Ada
António Alexis Kyriakos Viktor Péter Jarosław Donald Andrzej Petr Zuzana Robert Aleksandar Milo Hashim Albin Edi Zoran
Borut Andrej Klaus Rumen Boyko Mette Stefan Magdalena Sanna Sauli Erna Jonas Katrín Boris Theresa Keir Nicola Michelle
Mary Leo Micheál Justin Chrystia Jacinda Scott Anthony Penny James Manasseh Frank Kaia Ingrida Krišjānis Arvydas Edgars
""")

FAMILY: Final = _list("""
Harutyunyan Pashinyan Aliyev Mammadov Zurabishvili Garibashvili Putin Lavrov Peskov Zakharova Shoigu Zelensky Kuleba
Poroshenko Tymoshenko Lukashenko Tikhanovskaya Tokayev Nazarbayev Mirziyoyev Rahmon Berdimuhamedow Japarov Erdoğan
Çavuşoğlu Kılıçdaroğlu Davutoğlu Rouhani Zarif Raisi Khamenei al-Assad al-Maliki al-Abadi al-Sadr Hariri Nasrallah
Netanyahu Lapid Bennett Gantz Abbas Haniyeh el-Sisi Morsi Ghannouchi Saied Tebboune Haftar Dbeibah Karzai Ghani Khan
Sharif Bhutto Modi Shah Gandhi Banerjee Hasina Zia Rajapaksa Wickremesinghe Suu_Kyi Hlaing Chan-ocha Shinawatra Widodo
Subianto Ibrahim Mohamad Duterte Robredo Marcos Jinping Keqiang Yi Lijian Ing-wen Abe Kishida Suga Jae-in Suk-yeol Phuc
Sen Kagame Kenyatta Ruto Odinga Museveni Wine Ahmed Gebremichael Afwerki Buhari Jonathan Tinubu Akufo-Addo Mahama Sall
Sonko Ouattara Gbagbo Tshisekedi Kabila Ramaphosa Zuma Malema Mnangagwa Chamisa Hichilema Nyusi Lourenço dos_Santos
Obiang Déby Traoré Mohammed Okonjo-Iweala da_Silva Bolsonaro Rousseff Temer Maduro Guaidó Chávez Morales Áñez Boric
Piñera Bachelet Macri Fernández Kirchner Castillo Petro Duque López_Obrador Sheinbaum Macron Le_Pen Mélenchon Hollande
Merkel Scholz Baerbock Merz Söder Meloni Salvini Draghi Berlusconi Sánchez Rajoy Colau Costa Tsipras Mitsotakis Orbán
Szijjártó Kaczyński Tusk Duda Fiala Čaputová Fico Vučić Đukanović Thaçi Kurti Rama Zaev Pahor Plenković Iohannis Radev
Borisov Frederiksen Löfven Andersson Marin Niinistö Solberg Gahr_Støre Jakobsdóttir Johnson May Starmer Sturgeon O’Neill
McDonald Varadkar Martin Trudeau Freeland Ardern Morrison Albanese Wong Marape Sogavare Bainimarama Kallas Šimonytė
Kariņš Nausėda van_der_Bellen Stoltenberg Guterres von_der_Leyen Borrell Michel Türk Grossi Tedros O'Brien
""")

PLACES: Final = _list("""
Nagorno-Karabakh Armenia Azerbaijan Georgia Abkhazia Transnistria Moldova Ukraine Crimea Donetsk Belarus Kazakhstan
Uzbekistan Kyrgyzstan Tajikistan Turkey Iran Iraq Syria Lebanon Israel Gaza Jordan Egypt Libya Tunisia Algeria Morocco
Sudan South_Sudan Ethiopia Tigray Eritrea Somalia Somaliland Kenya Uganda Rwanda Burundi Congo Angola Mozambique
Zimbabwe Zambia South_Africa Nigeria Ghana Mali Niger Burkina_Faso Senegal Ivory_Coast Cameroon Chad Afghanistan
Pakistan Kashmir India Nepal Bangladesh Sri_Lanka Myanmar Thailand Cambodia Vietnam Laos Malaysia Singapore Indonesia
Philippines Taiwan Hong_Kong Xinjiang Tibet Japan South_Korea North_Korea Mongolia Venezuela Colombia Ecuador Peru
Bolivia Brazil Chile Argentina Paraguay Cuba Haiti Nicaragua Honduras Guatemala France Germany Spain Catalonia Italy
Greece Cyprus Northern_Cyprus Serbia Kosovo Bosnia Croatia Montenegro Albania Hungary Poland Slovakia Romania Bulgaria
Lithuania Latvia Estonia Finland Sweden Norway Denmark Scotland Ireland Northern_Ireland Yerevan Baku Stepanakert
Tbilisi Sukhumi Moscow Kyiv Minsk Ankara Tehran Baghdad Damascus Beirut Ramallah Cairo Tripoli Khartoum Addis_Ababa
Mekelle Nairobi Kampala Kigali Kinshasa Pretoria Harare Abuja Accra Bamako Dakar Kabul Islamabad New_Delhi Dhaka Colombo
Naypyidaw Bangkok Phnom_Penh Hanoi Jakarta Manila Taipei Beijing Tokyo Seoul Pyongyang Caracas Bogotá Lima La_Paz
Brasília Santiago Buenos_Aires Havana Paris Berlin Madrid Barcelona Rome Athens Nicosia Belgrade Pristina Sarajevo
Budapest Warsaw Bucharest Sofia Vilnius Riga Tallinn Brussels Geneva Vienna Edinburgh Dublin Belfast
""")

PEOPLES: Final = _list("""
Armenian Azerbaijani Georgian Abkhaz Moldovan Ukrainian Russian Belarusian Kazakh Uzbek Turkish Kurdish Iranian Iraqi
Syrian Lebanese Israeli Palestinian Jordanian Egyptian Libyan Tunisian Algerian Moroccan Sahrawi Sudanese Ethiopian
Tigrayan Eritrean Somali Kenyan Ugandan Rwandan Congolese Angolan Zimbabwean Nigerian Ghanaian Malian Senegalese Afghan
Pakistani Kashmiri Indian Nepali Bangladeshi Burmese Rohingya Thai Cambodian Vietnamese Malaysian Indonesian Filipino
Taiwanese Chinese Uyghur Japanese Korean Venezuelan Colombian Peruvian Bolivian Brazilian Chilean Argentine Cuban
Haitian French German Spanish Catalan Italian Greek Cypriot Serbian Kosovar Bosnian Croatian Albanian Hungarian Polish
Romanian Bulgarian Lithuanian Latvian Estonian Finnish Swedish Norwegian Danish Scottish Irish European African
""")

BODIES: Final = _list("""
Duma Bundestag Knesset Majlis Rada Sejm Storting Riksdag Folketing Verkhovna_Rada Milli_Majlis National_Assembly
Parliament Lok_Sabha Rajya_Sabha Diet Kremlin Élysée Downing_Street Blue_House State_Council Politburo Cabinet
House_of_Commons European_Commission European_Parliament African_Union ECOWAS ASEAN NATO OSCE UNHCR UNICEF Hamas
Hezbollah Taliban Fatah Likud Fidesz AKP HDP PKK ANC BJP Congress_Party Labour Conservatives Sinn_Féin Syriza Podemos
Bundesrat Senate Assembly Politburo Presidium Foreign_Ministry Defence_Ministry Interior_Ministry Ministry_of_Defense
Guardian_Council Supreme_Court Constitutional_Court Central_Bank Central_Election_Commission
""")

AGENCIES: Final = _list("""
Reuters AFP TASS Interfax RIA_Novosti Armenpress Azertac Anadolu IRNA Fars Xinhua Kyodo Yonhap PTI ANI Dawn Haaretz
Al_Jazeera Al_Arabiya BBC Guardian Le_Monde Le_Figaro Der_Spiegel Bild El_País Corriere_della_Sera Kommersant Meduza
Kyiv_Independent Daily_Nation Premium_Times Folha Clarín Globo Straits_Times Hurriyet Kathimerini Politiken Times
""")

US_PLACES: Final = frozenset(
    [
        "iowa",
        "york",
        "florida",
        "washington",
        "hampshire",
        "america",
        "carolina",
        "ohio",
        "texas",
        "california",
        "vermont",
        "china",
        "israel",
        "mexico",
        "syria",
        "nevada",
        "benghazi",
        "wisconsin",
        "indiana",
        "virginia",
        "cleveland",
        "iraq",
        "pennsylvania",
        "paris",
        "orlando",
        "europe",
        "philadelphia",
        "russia",
        "iran",
        "michigan",
        "germany",
        "arizona",
        "chicago",
        "georgia",
        "france",
        "massachusetts",
        "libya",
        "illinois",
        "miami",
        "ukraine",
        "arkansas",
        "alabama",
        "turkey",
        "maryland",
        "korea",
        "missouri",
        "asia",
        "colorado",
        "bernardino",
        "kentucky",
        "tennessee",
        "columbia",
        "kansas",
        "oklahoma",
        "utah",
        "oregon",
        "louisiana",
        "mississippi",
        "alaska",
        "hawaii",
        "brooklyn",
        "manhattan",
        "boston",
        "dallas",
        "houston",
        "detroit",
        "denver",
        "pittsburgh",
        "cuba",
        "britain",
        "england",
        "london",
        "brussels",
        "moscow",
        "beijing",
        "afghanistan",
        "pakistan",
        "india",
        "japan",
        "egypt",
        "canada",
        "charlotte",
        "baltimore",
        "milwaukee",
        "phoenix",
    ]
)

US_PEOPLES: Final = frozenset(
    [
        "american",
        "african",
        "chinese",
        "syrian",
        "russian",
        "european",
        "mexican",
        "cuban",
        "jewish",
        "hispanic",
        "german",
        "spanish",
        "british",
        "turkish",
        "saudi",
        "latino",
        "muslim",
        "iranian",
        "iraqi",
        "french",
        "israeli",
        "korean",
    ]
)

US_PEOPLE: Final = frozenset(
    [
        "trump",
        "clinton",
        "sanders",
        "obama",
        "cruz",
        "rubio",
        "bush",
        "kasich",
        "carson",
        "ryan",
        "barack",
        "manafort",
        "christie",
        "paul",
        "jeb",
        "david",
        "biden",
        "chris",
        "fiorina",
        "ben",
        "romney",
        "reagan",
        "mike",
        "johnson",
        "bloomberg",
        "lewandowski",
        "joe",
        "michael",
        "warren",
        "comey",
        "kelly",
        "james",
        "breitbart",
        "bob",
        "scott",
        "martin",
        "putin",
        "jeff",
        "murphy",
        "graham",
        "eric",
        "mitt",
        "scalia",
        "hannity",
        "feb",
        "ayotte",
        "reid",
        "sullivan",
        "emanuel",
        "beck",
        "carly",
        "axelrod",
        "wasserman",
        "schultz",
        "ali",
        "rick",
        "richard",
        "weaver",
        "tom",
        "santilli",
        "robert",
        "rico",
        "carrier",
        "ailes",
        "perez",
        "jim",
        "smith",
        "donald",
        "hillary",
        "bernie",
        "ted",
        "marco",
        "john",
        "george",
        "pence",
        "kaine",
        "conway",
        "giuliani",
        "mcconnell",
        "pelosi",
        "schumer",
        "gingrich",
        "huckabee",
        "santorum",
        "walker",
        "perry",
        "podesta",
        "abedin",
        "mook",
        "palmieri",
        "fallon",
        "kellyanne",
        "corey",
        "rudy",
        "newt",
        "paul",
        "rand",
        "lindsey",
        "elizabeth",
        "tim",
        "kevin",
        "mark",
        "steve",
        "stephen",
        "peter",
        "thomas",
        "daniel",
        "brian",
        "gary",
        "larry",
        "jerry",
        "mary",
        "susan",
        "karen",
        "jennifer",
        "jessica",
        "sarah",
        "anna",
        "laura",
        "nancy",
        "melania",
        "ivanka",
        "chelsea",
        "bill",
        "lynch",
        "holder",
        "mccain",
        "kerry",
        "gowdy",
        "cornyn",
        "grassley",
        "garland",
        "sessions",
        "flynn",
        "bannon",
        "priebus",
        "spicer",
        "khizr",
        "khan",
        "stein",
        "curiel",
    ]
)

US_BODIES: Final = frozenset(["senate", "congress", "pentagon", "fbi", "cia", "gop", "nra", "dnc", "rnc", "epa", "nsa"])
US_AGENCIES: Final = frozenset(
    ["cnn", "msnbc", "politico", "breitbart", "nbc", "cbs", "abc", "bloomberg", "facebook", "twitter"]
)
GIVEN_IN_USE: Final = frozenset(
    [
        "donald",
        "hillary",
        "bernie",
        "ted",
        "marco",
        "john",
        "george",
        "barack",
        "jeb",
        "david",
        "chris",
        "ben",
        "mike",
        "joe",
        "michael",
        "james",
        "bob",
        "scott",
        "jeff",
        "eric",
        "mitt",
        "carly",
        "rick",
        "richard",
        "tom",
        "robert",
        "jim",
        "corey",
        "rudy",
        "newt",
        "rand",
        "lindsey",
        "elizabeth",
        "tim",
        "kevin",
        "mark",
        "steve",
        "stephen",
        "peter",
        "thomas",
        "daniel",
        "brian",
        "gary",
        "larry",
        "jerry",
        "mary",
        "susan",
        "karen",
        "jennifer",
        "jessica",
        "sarah",
        "anna",
        "laura",
        "nancy",
        "melania",
        "ivanka",
        "chelsea",
        "bill",
        "paul",
        "kellyanne",
    ]
)
