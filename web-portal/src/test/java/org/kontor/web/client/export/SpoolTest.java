package org.kontor.web.client.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.problem.Refused;

class SpoolTest {

  @TempDir private Path folder;

  @Test
  void a_list_is_kept_whole_in_a_file_and_no_larger_than_it_may_be() throws IOException {
    ByteArrayOutputStream taken = new ByteArrayOutputStream();
    try (Spool spool = new SpoolRoom(folder, 100).spool(4)) {
      try (OutputStream out = spool.out()) {
        out.write(new byte[] {1, 2, 3, 4});
        assertThatThrownBy(() -> out.write(5)).isInstanceOf(IOException.class);
      }
      assertThat(spool.size()).isEqualTo(4);
      spool.copyTo(taken);
    }
    assertThat(taken.toByteArray()).containsExactly(1, 2, 3, 4);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void all_lists_together_take_no_more_than_there_is_and_give_it_back() throws IOException {
    SpoolRoom room = new SpoolRoom(folder, 10);
    try (Spool one = room.spool();
        Spool other = room.spool();
        OutputStream mine = one.out();
        OutputStream theirs = other.out()) {
      mine.write(new byte[6]);
      theirs.write(new byte[4]);
      assertThatThrownBy(() -> theirs.write(1)).satisfies(SpoolTest::isFull);
      assertThatThrownBy(room::spool).satisfies(SpoolTest::isFull);
    }
    try (Spool again = room.spool();
        OutputStream all = again.out()) {
      all.write(new byte[10]);
    }
    assertThat(folder).isEmptyDirectory();
  }

  private static void isFull(Throwable refused) {
    assertThat(((Refused) refused).problem().code()).isEqualTo(ProblemCode.TOO_MANY_FILES);
    assertThat(((Refused) refused).problem().data()).containsEntry("retryAfterSeconds", 60);
  }

  @Test
  void what_a_killed_server_has_left_is_gone_after_the_start() throws IOException {
    Path room = folder.resolve("lists");
    new SpoolRoom(room, 10).empty();
    Files.writeString(room.resolve("list-1.part"), "left");
    new SpoolRoom(room, 10).empty();
    assertThat(room).isEmptyDirectory();
  }
}
