package org.kontor.billing.document.control;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.problem.Refused;

/**
 * Prints documents, half as many at once as there are processors, so that pages stay quick while
 * thousands of mails are made. A set of type is parsed once and lent to one caller at a time: the
 * sets are the limit.
 */
@ApplicationScoped
public class Press {

  private static final int WAIT_SECONDS = 10;

  private BlockingQueue<Typeface> free;

  @PostConstruct
  void setUp() {
    int sets = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    free = new ArrayBlockingQueue<>(sets);
    for (int i = 0; i < sets; i++) {
      free.add(new Typeface());
    }
  }

  /**
   * The file, the same for the same document.
   *
   * @throws Refused UNAVAILABLE when all sets of type are lent for ten seconds
   */
  public byte[] print(PrintedDocument document) {
    return with(typeface -> DocumentPrint.print(document, typeface));
  }

  /**
   * The same for a month's paper.
   *
   * @throws Refused UNAVAILABLE when all sets of type are lent for ten seconds
   */
  public byte[] print(MonthPaper paper) {
    return with(typeface -> MonthPaperPrint.print(paper, typeface));
  }

  /**
   * The same for a statement of a balance.
   *
   * @throws Refused UNAVAILABLE when all sets of type are lent for ten seconds
   */
  public byte[] print(PrintedStatement statement) {
    return with(typeface -> StatementPrint.print(statement, typeface));
  }

  /**
   * The same for the instructions of a transfer.
   *
   * @throws Refused UNAVAILABLE when all sets of type are lent for ten seconds
   */
  public byte[] print(PrintedTransfer transfer) {
    return with(typeface -> TransferPrint.print(transfer, typeface));
  }

  private byte[] with(Function<Typeface, byte[]> work) {
    Typeface typeface = borrow();
    try {
      return work.apply(typeface);
    } finally {
      free.add(typeface);
    }
  }

  private Typeface borrow() {
    try {
      Typeface typeface = free.poll(WAIT_SECONDS, TimeUnit.SECONDS);
      if (typeface != null) {
        return typeface;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw Problem.of(
            ProblemCode.UNAVAILABLE,
            "",
            "too many documents are being printed",
            "Nothing is lost; ask again in a minute.")
        .asException();
  }
}
