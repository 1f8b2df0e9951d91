package org.kontor.launcher.demo;

import java.util.List;
import java.util.Map;
import org.kontor.launcher.demo.Story.Person;

/** The customers of one vendor: names, places and people of its country. */
record Cast(
    String vendor,
    String language,
    String country,
    List<String> companies,
    List<String> people,
    List<String[]> places) {

  static final Cast PRIM =
      new Cast(
          "prim",
          "ro",
          "RO",
          List.of(
              "Albina Deco",
              "Brad & Brad",
              "Carpat Textil",
              "Dacia Birotică",
              "Eco Livada",
              "Făgăraș Foto",
              "Gaudeamus Cărți",
              "Hanul Mobilei",
              "Iris Cosmetice",
              "Jiul Sport",
              "Kalinka Modă",
              "Lumina Electrice",
              "Mureș Jucării",
              "Nufărul Verde",
              "Oltul Pescar",
              "Podgoria Veche",
              "Râul Biciclete",
              "Sibiu Ceramic",
              "Târnava Unelte",
              "Ursul Munte",
              "Valea Mierii",
              "Zimbru Outdoor",
              "Crișul Hobby",
              "Bucovina Lână"),
          List.of("Ana Pop", "Mihai Ionescu", "Ioana Rusu", "Andrei Moldovan", "Elena Stan"),
          List.of(
              new String[] {"Strada Lungă 12", "Brașov", "500035", "BV"},
              new String[] {"Strada Horea 7", "Cluj-Napoca", "400174", "CJ"},
              new String[] {"Bulevardul Unirii 3", "SECTOR3", "030119", "B"},
              new String[] {"Strada Alba Iulia 9", "Timișoara", "300077", "TM"}));

  static final Cast INTRUM =
      new Cast(
          "intrum",
          "ru",
          "RU",
          List.of(
              "Агентство «Ключ»",
              "Новый адрес",
              "Дом у реки",
              "Ваш метр",
              "Городские окна",
              "Белый фасад",
              "Столица-Риэлт",
              "Квартал 24",
              "Тихий двор",
              "Мой этаж",
              "Северный дом",
              "Уютный берег",
              "Ново-Строй",
              "Градо",
              "Эталон жилья",
              "Светлый парк",
              "Панорама",
              "Вертикаль",
              "Сосновый бор",
              "Каменный мост",
              "Три стены",
              "Южный склон"),
          List.of("Иван Петров", "Ольга Смирнова", "Сергей Кузнецов", "Мария Волкова"),
          List.of(
              new String[] {"ул. Ленина, 10", "Москва", "101000", "MOW"},
              new String[] {"Невский пр., 28", "Санкт-Петербург", "191186", "SPE"},
              new String[] {"ул. Баумана, 5", "Казань", "420111", "TA"}));

  static final Cast KABINET =
      new Cast(
          "kabinet",
          "uk",
          "UA",
          List.of(
              "Вишиванка Shop",
              "Калина Дім",
              "Медова крамниця",
              "Дитячий світ+",
              "Сонях Текстиль",
              "Гончар",
              "Львівська кава",
              "Карпатські трави",
              "Зелений сад",
              "Техно Лавка",
              "Крок уперед",
              "Мотанка",
              "Запашна пара",
              "Смерічка",
              "Рукоділля",
              "Книжкова шафа",
              "Ранкова роса",
              "Ткацька майстерня",
              "Добрі іграшки",
              "Велодвір",
              "Чарівна скриня",
              "Полонина"),
          List.of("Оксана Коваль", "Тарас Шевчук", "Наталія Бондар", "Андрій Мельник"),
          List.of(
              new String[] {"вул. Хрещатик, 22", "Київ", "01001", "30"},
              new String[] {"вул. Дорошенка, 14", "Львів", "79000", "46"},
              new String[] {"вул. Дерибасівська, 3", "Одеса", "65000", "51"}));

  static final Cast PERFECTUM =
      new Cast(
          "perfectum",
          "uk",
          "UA",
          List.of(
              "Альфа-Буд",
              "Метал Груп",
              "АгроЛан",
              "Північ-Логістик",
              "Укр Меблі",
              "Склад №1",
              "ТехноПром",
              "Дніпро Пласт",
              "Європаллет",
              "Фармація Плюс",
              "Будсервіс",
              "Віконний завод",
              "Скляний дім",
              "Хліб і сіль",
              "Електромонтаж",
              "Насіння України",
              "Фабрика шкіри",
              "Ремонт-Експерт",
              "Паперова справа",
              "Морський вантаж",
              "Центр кранів",
              "Дерево і камінь"),
          List.of("Ірина Лисенко", "Олег Гнатюк", "Світлана Кравець", "Павло Бойко"),
          List.of(
              new String[] {"просп. Науки, 9", "Харків", "61000", "63"},
              new String[] {"вул. Січових Стрільців, 4", "Дніпро", "49000", "12"}));

  static final Cast PRESTAIMPORT =
      new Cast(
          "prestaimport",
          "es",
          "ES",
          List.of(
              "Tienda del Cable",
              "Ropa Marina",
              "Bazar Levante",
              "Óptica Clara",
              "Herrajes Sur",
              "Juguetes Pino",
              "Casa y Luz",
              "Moda Ebro",
              "Recambios Norte",
              "Piscinas Azul",
              "Mascotas Feliz",
              "Deportes Sierra",
              "El Rincón del Té",
              "Muebles Vega",
              "Bici Urbana",
              "Perfumes Isla",
              "Ferretería Centro",
              "Electro Costa",
              "Libros Duero",
              "Cocinas Alba",
              "Huerto Vivo",
              "Relojes Sol"),
          List.of("Lucía García", "Carlos Ruiz", "Marta Sánchez", "Javier Ortega"),
          List.of(
              new String[] {"Calle Mayor 15", "Madrid", "28013", "MD"},
              new String[] {"Avenida del Puerto 88", "Valencia", "46023", "VC"},
              new String[] {"Calle Larios 4", "Málaga", "29015", "AN"}));

  static final List<Cast> ALL = List.of(PRIM, INTRUM, KABINET, PERFECTUM, PRESTAIMPORT);

  int size() {
    return companies.size();
  }

  String reference(int no) {
    return vendor.substring(0, 2).toUpperCase(java.util.Locale.ROOT) + "-" + (1001 + no);
  }

  Person administrator(int no) {
    return new Person(
        people.get(no % people.size()), vendor + (no + 1) + "@customers.example", language);
  }

  Map<String, String> address(int no) {
    String[] place = places.get(no % places.size());
    return Map.of(
        "line",
        place[0],
        "city",
        place[1],
        "postCode",
        place[2],
        "subdivision",
        place[3],
        "country",
        country);
  }
}
