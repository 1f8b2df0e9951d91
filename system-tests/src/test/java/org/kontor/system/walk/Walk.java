package org.kontor.system.walk;

import java.util.ArrayList;
import java.util.List;

/**
 * A document with shell blocks, each followed by the answers that it promises.
 *
 * @param steps in the order of the document
 */
record Walk(List<Step> steps) {

  /**
   * @param shell what a reader would type
   * @param answers JSON, one for each line that the shell prints; none: the output does not matter
   */
  record Step(String shell, List<String> answers) {}

  static Walk read(String markdown) {
    List<Step> steps = new ArrayList<>();
    StringBuilder block = null;
    boolean shell = false;
    for (String line : markdown.lines().toList()) {
      if (block == null && (line.equals("```sh") || line.equals("```json"))) {
        block = new StringBuilder();
        shell = line.equals("```sh");
      } else if (block != null && line.equals("```")) {
        if (shell) {
          steps.add(new Step(block.toString(), new ArrayList<>()));
        } else {
          steps.get(steps.size() - 1).answers().add(block.toString());
        }
        block = null;
      } else if (block != null) {
        block.append(line).append('\n');
      }
    }
    return new Walk(steps);
  }

  /** One script; a line with only this mark and the step's number follows each step's output. */
  String script(String mark) {
    StringBuilder script = new StringBuilder("set -euo pipefail\n");
    for (int i = 0; i < steps.size(); i++) {
      script.append(steps.get(i).shell()).append("printf '\\n%s\\n' '").append(mark);
      script.append(i).append("'\n");
    }
    return script.toString();
  }
}
