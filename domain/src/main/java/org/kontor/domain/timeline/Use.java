package org.kontor.domain.timeline;

import java.time.LocalDate;
import java.time.YearMonth;
import org.kontor.domain.usage.DayUsage;
import org.kontor.domain.usage.MonthUsage;

/** What a subscription used and, as the last known state goes on, will use. */
public interface Use {

  /** Nothing is metered. */
  Use NONE =
      new Use() {
        @Override
        public DayUsage on(LocalDate day) {
          return DayUsage.NONE;
        }

        @Override
        public MonthUsage in(YearMonth month) {
          return MonthUsage.NONE;
        }
      };

  /** Of a day that is not charged yet. */
  DayUsage on(LocalDate day);

  /** Of a month that is not settled yet. */
  MonthUsage in(YearMonth month);
}
