package org.kontor.domain.text;

import java.time.Month;
import java.util.List;
import java.util.Map;

/** Names of months: standing alone, and in a date where Russian and Ukrainian decline them. */
final class MonthNames {

  private static final Map<Language, List<String>> ALONE =
      Map.of(
          Language.RO,
          names(
              "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie"
                  + " noiembrie decembrie"),
          Language.RU,
          names("январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь"),
          Language.UK,
          names(
              "січень лютий березень квітень травень червень липень серпень вересень жовтень"
                  + " листопад грудень"),
          Language.ES,
          names(
              "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre"
                  + " diciembre"),
          Language.EN,
          names(
              "January February March April May June July August September October November"
                  + " December"));

  private static final Map<Language, List<String>> IN_DATE =
      Map.of(
          Language.RU,
          names(
              "января февраля марта апреля мая июня июля августа сентября октября ноября декабря"),
          Language.UK,
          names(
              "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада"
                  + " грудня"));

  private MonthNames() {}

  static String alone(Language language, Month month) {
    return ALONE.get(language).get(month.ordinal());
  }

  static String inDate(Language language, Month month) {
    return IN_DATE.getOrDefault(language, ALONE.get(language)).get(month.ordinal());
  }

  private static List<String> names(String words) {
    return List.of(words.split(" "));
  }
}
