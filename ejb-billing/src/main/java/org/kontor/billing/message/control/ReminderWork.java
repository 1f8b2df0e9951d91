package org.kontor.billing.message.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.kontor.billing.bulk.control.ChunkWork;
import org.kontor.billing.bulk.control.RunContext;
import org.kontor.crm.platform.boundary.Outbox;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.run.RunKind;

/**
 * On the day of reminders, tells of each invoice that is open and not yet late (S1.38); who is late
 * is told by the stages of access.
 */
@ApplicationScoped
public class ReminderWork implements ChunkWork {

  private static final String OPEN =
      "select i.id, i.customer_id, i.due_date from invoice i join open_item o"
          + " on o.customer_id = i.customer_id and o.invoice_id = i.id"
          + " where i.subscription_id = any(?) and o.due_date >= ?"
          + " and i.customer_id in (select s.customer_id from subscription s where s.id = any(?))"
          + " order by i.id";

  @Inject private Sql sql;
  @Inject private Outbox outbox;

  @Override
  public RunKind kind() {
    return RunKind.REMINDER;
  }

  @Override
  public String workList() {
    return "s.vendor_code = ? and exists (select 1 from open_item o join invoice i"
        + " on i.customer_id = o.customer_id and i.id = o.invoice_id"
        + " where o.customer_id = s.customer_id and i.subscription_id = s.id and o.due_date >= ?)";
  }

  @Override
  public ChunkResult process(RunContext run, long[] ids) {
    List<Open> open =
        sql.list(
            row -> new Open(row.getLong(1), row.getLong(2), row.getObject(3, LocalDate.class)),
            OPEN,
            ids,
            run.date(),
            ids);
    if (!run.dry()) {
      outbox.addAll(open.stream().map(one -> reminder(run, one)).toList());
    }
    return new ChunkResult(open.size(), 0, 0, List.of());
  }

  private static Outbox.Message reminder(RunContext run, Open one) {
    return new Outbox.Message(
        ReminderMessages.TOPIC,
        one.invoiceId() + ":" + run.date(),
        run.pack().code(),
        one.customerId(),
        Map.of("invoiceId", one.invoiceId(), "due", one.due()),
        run.date());
  }

  private record Open(long invoiceId, long customerId, LocalDate due) {}
}
