package org.kontor.billing.retention.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kontor.billing.policy.control.PolicyBook;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.message.Happened;
import org.kontor.domain.message.MessageAudience;
import org.kontor.domain.message.MessageDraft;
import org.kontor.domain.message.MessageSource;
import org.kontor.domain.message.Renewed;
import org.kontor.domain.policy.Plan;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.policy.RetentionPolicy.Inactivity;
import org.kontor.domain.policy.Texts;
import org.kontor.domain.retention.CaseKind;

/**
 * What is said about accounts that end. The owner gets the mail before a deletion for inactivity
 * (S3.35), and everybody sees a notice with its date (S3.39).
 */
@ApplicationScoped
public class RetentionMessages implements MessageSource {

  private static final String NOTICE = "retention.notice";

  private final CaseStore store;
  private final PolicyBook policies;
  private final Sql sql;
  private final CaseDates dates;

  @Inject
  public RetentionMessages(CaseStore store, PolicyBook policies, Sql sql, CaseDates dates) {
    this.store = store;
    this.policies = policies;
    this.sql = sql;
    this.dates = dates;
  }

  /** For the container's proxy. */
  protected RetentionMessages() {
    this(null, null, null, null);
  }

  @Override
  public Set<String> topics() {
    return Set.of(
        NOTICE,
        "retention.cancelled",
        "retention.deleted",
        "retention.restored",
        "retention.purged");
  }

  @Override
  public List<MessageDraft> drafts(Happened what) {
    Optional<CaseRow> found = store.get(what.number("caseId"));
    if (found.isEmpty()) {
      return List.of();
    }
    CaseRow row = found.get();
    PolicyPack pack = policies.inForce(what.vendor(), what.businessDate());
    Map<String, Object> values = new HashMap<>();
    values.put("plan", plan(pack, row.subscriptionId()));
    if (what.topic().equals("retention.cancelled")) {
      return List.of(MessageDraft.mail(what.topic(), audience(row.kind(), pack), values));
    }
    if (!what.topic().equals(NOTICE)) {
      // Its people may be gone with it; the customer's own address stays with its documents
      return List.of(MessageDraft.mail(what.topic(), MessageAudience.BILLING, values));
    }
    values.put("daysLeft", what.number("daysLeft"));
    values.put("deletesOn", row.deletesOn());
    String template = template(row.kind());
    MessageDraft mail = MessageDraft.mail(template, audience(row.kind(), pack), values);
    MessageDraft notice =
        MessageDraft.notice(
            template,
            row.kind() == CaseKind.INACTIVITY ? MessageAudience.ALL : MessageAudience.ADMINISTRATOR,
            values,
            null); // as long as the case is open: its day can move
    return List.of(mail, notice);
  }

  /** A notice of a case that has ended meanwhile is not sent. */
  @Override
  public boolean stillWanted(Happened what) {
    return !what.topic().equals(NOTICE)
        || store.get(what.number("caseId")).filter(row -> row.state().open()).isPresent();
  }

  @Override
  public Optional<Renewed> renewed(Happened what) {
    return what.topic().equals(NOTICE) ? dates.renewed(what, "deletesOn") : Optional.empty();
  }

  private static String template(CaseKind kind) {
    return kind == CaseKind.AFTER_STOP
        ? NOTICE
        : NOTICE + "." + kind.name().toLowerCase(Locale.ROOT);
  }

  private static MessageAudience audience(CaseKind kind, PolicyPack pack) {
    Inactivity policy = pack.retention().inactivity();
    boolean ownerOnly = kind == CaseKind.INACTIVITY && policy != null && policy.toOwnerOnly();
    return ownerOnly ? MessageAudience.MAIN_ADMINISTRATOR : MessageAudience.ADMINISTRATOR;
  }

  private Texts plan(PolicyPack pack, long subscriptionId) {
    String code =
        sql.one(
                row -> row.getString(1),
                "select plan_code from subscription where id = ?",
                subscriptionId)
            .orElse("");
    return pack.plan(code).map(Plan::name).orElseGet(() -> new Texts(Map.of("en", code)));
  }
}
