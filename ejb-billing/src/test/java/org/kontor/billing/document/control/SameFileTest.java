package org.kontor.billing.document.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The press: the same document is the same file, quickly, and never more at once than it may. */
class SameFileTest {

  private static final int WARM = 300;

  @Test
  void the_same_document_is_the_same_file_byte_by_byte() {
    for (String vendor : Samples.vendors()) {
      byte[] first = DocumentPrint.print(Samples.invoice(vendor), new Typeface());
      Typeface used = new Typeface();
      DocumentPrint.print(Samples.creditNote("prim"), used);
      assertThat(DocumentPrint.print(Samples.invoice(vendor), used)).isEqualTo(first);
      assertThat(first.length).as("bytes of %s", vendor).isLessThan(80_000);
    }
  }

  @Test
  void a_page_takes_at_most_thirty_milliseconds_of_a_processor() {
    Typeface typeface = new Typeface();
    PrintedDocument document = Samples.invoice("prim");
    for (int i = 0; i < WARM; i++) {
      DocumentPrint.print(document, typeface);
    }
    long[] nanos = new long[100];
    for (int i = 0; i < nanos.length; i++) {
      long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      DocumentPrint.print(document, typeface);
      nanos[i] = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
    }
    Arrays.sort(nanos);
    System.out.printf("one page: %.1f ms of a processor%n", nanos[50] / 1e6);
    assertThat(nanos[50]).isLessThan(30_000_000L);
  }

  @Test
  @Timeout(60)
  void a_press_that_is_used_by_many_gives_all_of_them_their_file() throws Exception {
    Press press = new Press();
    press.setUp();
    byte[] expected = press.print(Samples.invoice("kabinet"));
    Thread[] callers = new Thread[8];
    boolean[] same = new boolean[callers.length];
    for (int i = 0; i < callers.length; i++) {
      int me = i;
      callers[i] =
          new Thread(
              () -> {
                boolean all = true;
                for (int n = 0; n < 10; n++) {
                  all &= Arrays.equals(press.print(Samples.invoice("kabinet")), expected);
                }
                same[me] = all;
              });
      callers[i].start();
    }
    for (Thread caller : callers) {
      caller.join();
    }
    assertThat(same).containsOnly(true);
  }

  @Test
  void a_caller_who_cannot_wait_is_told_that_nothing_is_lost() {
    Press press = new Press();
    press.setUp();
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> press.print(Samples.invoice("prim")))
          .hasMessageContaining("too many documents");
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(press.print(Samples.invoice("prim"))).isNotEmpty();
  }
}
