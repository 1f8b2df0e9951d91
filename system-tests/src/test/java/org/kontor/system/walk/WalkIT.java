package org.kontor.system.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.system.base.Api;
import org.kontor.system.base.Kontor;
import org.kontor.system.base.SystemTest;

/**
 * What {@code docs/api-walk.md} says is typed into a shell, and the server answers as it promises.
 */
@SystemTest
class WalkIT {

  private static final Path ROOT = Path.of(System.getProperty("kontor.root")).toAbsolutePath();
  private static final String MARK = "---- end of step ";

  @Test
  void the_walk_through_the_api_is_true(Kontor kontor, @TempDir Path scratch) throws Exception {
    Walk walk = Walk.read(Files.readString(ROOT.resolve("docs/api-walk.md")));
    assertThat(walk.steps()).hasSizeGreaterThan(10);
    List<String> outputs = run(walk, kontor, scratch);
    List<String> broken = new ArrayList<>();
    for (int i = 0; i < walk.steps().size(); i++) {
      compare(walk.steps().get(i), outputs.get(i), broken);
    }
    assertThat(broken).as("promises of docs/api-walk.md").isEmpty();
  }

  private static void compare(Walk.Step step, String output, List<String> broken)
      throws IOException {
    if (step.answers().isEmpty()) {
      return;
    }
    List<JsonNode> answers = new ArrayList<>();
    try (MappingIterator<JsonNode> values = Api.JSON.readerFor(JsonNode.class).readValues(output)) {
      values.forEachRemaining(answers::add);
    }
    if (answers.size() != step.answers().size()) {
      broken.add(step.shell() + " gave " + answers.size() + " answers: " + output);
      return;
    }
    for (int i = 0; i < answers.size(); i++) {
      for (String fault :
          Promise.broken(Api.JSON.readTree(step.answers().get(i)), answers.get(i))) {
        broken.add(step.shell() + "→ " + fault);
      }
    }
  }

  private static List<String> run(Walk walk, Kontor kontor, Path scratch) throws Exception {
    Path script = Files.writeString(scratch.resolve("walk.sh"), walk.script(MARK));
    Files.createSymbolicLink(scratch.resolve("ejb-billing"), ROOT.resolve("ejb-billing"));
    Path console = scratch.resolve("console");
    ProcessBuilder builder =
        new ProcessBuilder("bash", script.toString())
            .directory(scratch.toFile())
            .redirectErrorStream(true)
            .redirectOutput(console.toFile());
    Map<String, String> environment = builder.environment();
    environment.put("BASE", kontor.base().toString().replaceFirst("/$", ""));
    environment.put("KEY", kontor.adminKey());
    Process process;
    try {
      process = builder.start();
    } catch (IOException e) {
      throw new AssertionError("The walk needs bash and curl on this machine: install them.", e);
    }
    boolean ended = process.waitFor(2, TimeUnit.MINUTES);
    String all = Files.readString(console, StandardCharsets.UTF_8);
    assertThat(all)
        .as("The walk needs curl on this machine: install it.")
        .doesNotContain("curl: command not found");
    assertThat(ended && process.exitValue() == 0).as("the shell's end: %s", all).isTrue();
    return List.of(all.split("\\n" + MARK + "\\d+\\n"));
  }
}
