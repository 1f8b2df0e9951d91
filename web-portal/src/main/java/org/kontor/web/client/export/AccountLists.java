package org.kontor.web.client.export;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import org.kontor.crm.customer.boundary.CustomerView;
import org.kontor.crm.customer.boundary.Customers;
import org.kontor.crm.customer.boundary.OwnPeople;
import org.kontor.crm.customer.boundary.PersonStanding;
import org.kontor.crm.message.boundary.ArchivedMessage;
import org.kontor.crm.message.boundary.MessageArchive;
import org.kontor.crm.platform.boundary.Page;
import org.kontor.web.client.TextBean;
import org.kontor.web.client.Visit;
import org.kontor.web.client.people.Post;

/** Writes what is known of the account itself: the company, its people, the mails to them. */
@RequestScoped
public class AccountLists {

  private static final int AT_A_TIME = 50;

  @Inject private Visit visit;
  @Inject private TextBean texts;
  @Inject private Customers customers;
  @Inject private OwnPeople people;
  @Inject private MessageArchive archive;

  void company(Sheet sheet) throws IOException {
    CustomerView known = customers.view(visit.customerId());
    sheet.head(t("money.export.field"), t("money.use.value"));
    sheet.row(t("service.company.name"), known.name());
    sheet.row(t("money.reference"), known.reference());
    sheet.row(t("money.registrationId"), known.registrationId());
    sheet.row(t("money.vatId"), known.vatId());
    sheet.row(t("service.company.line"), known.address().line());
    sheet.row(t("service.company.city"), known.address().city());
    sheet.row(t("money.export.postCode"), known.address().postCode());
    sheet.row(t("money.export.subdivision"), known.address().subdivision());
    sheet.row(t("service.company.country"), known.address().country());
    sheet.row(t("service.company.email"), known.email());
    sheet.row(t("money.export.furtherEmails"), String.join(", ", known.furtherEmails()));
    sheet.row(t("money.purchaseOrder"), known.purchaseOrderReference());
    sheet.row(t("service.company.language"), known.language());
    sheet.row(t("money.export.since"), known.createdOn());
  }

  void people(Sheet sheet) throws IOException {
    sheet.head(t("account.name"), t("account.email"), t("account.role"));
    String after = null;
    do {
      Page<PersonStanding> page = people.page(visit.customerId(), after, AT_A_TIME);
      for (PersonStanding person : page.items()) {
        sheet.row(person.name(), person.email(), t("account.role." + Post.of(person)));
      }
      after = page.next();
    } while (after != null);
  }

  void messages(Sheet sheet) throws IOException {
    sheet.head(
        t("account.message.when"),
        t("account.message.to"),
        t("account.message.subject"),
        t("account.message.state"));
    String after = null;
    do {
      Page<ArchivedMessage> page = archive.page(visit.getVisitor(), after, AT_A_TIME);
      for (ArchivedMessage mail : page.items()) {
        sheet.row(
            day(mail.createdAt()),
            mail.recipient(),
            mail.subject(),
            t("account.message.state." + mail.state()));
      }
      after = page.next();
    } while (after != null);
  }

  private LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, visit.getPortal().zone());
  }

  private String t(String key) {
    return texts.of(key);
  }
}
