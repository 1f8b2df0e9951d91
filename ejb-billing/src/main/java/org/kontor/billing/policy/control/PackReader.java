package org.kontor.billing.policy.control;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.kontor.billing.policy.boundary.PackError;
import org.kontor.domain.policy.PolicyCheck;
import org.kontor.domain.policy.PolicyFault;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.policy.PolicySuccession;
import org.kontor.domain.policy.PolicySuccession.InUse;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;

/**
 * Reads a policy pack from YAML or JSON text: first its syntax, then its form, then its meaning.
 * Each step finds every mistake, with its place and its remedy.
 */
public final class PackReader {

  /** A pack is written by a person; more than this is a mistake or an attack. */
  public static final int MAX_BYTES = 1024 * 1024;

  private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{1,30}");
  private static final Map<String, PolicyPack> BUNDLED = new ConcurrentHashMap<>();

  private PackReader() {}

  /** A text that was read. */
  public static final class Reading {

    private final SourceTree tree;
    private final PolicyPack pack;
    private final List<PackError> errors;
    private final List<PackError> warnings;

    private Reading(
        SourceTree tree, PolicyPack pack, List<PackError> errors, List<PackError> warnings) {
      this.tree = tree;
      this.pack = pack;
      this.errors = List.copyOf(errors);
      this.warnings = List.copyOf(warnings);
    }

    /** Null when there are errors. */
    public PolicyPack pack() {
      return pack;
    }

    public List<PackError> errors() {
      return errors;
    }

    /** What is allowed, but should be known. */
    public List<PackError> warnings() {
      return warnings;
    }

    /**
     * Why this pack cannot follow the vendor's versions; see {@link PolicySuccession}.
     *
     * @param othersHosts host names of other vendors, each with its vendor
     */
    public List<PackError> follows(
        List<PolicyPack> before,
        LocalDate firstOpenDay,
        List<InUse> inUse,
        Map<String, String> othersHosts) {
      List<PackError> errors = new ArrayList<>(tree.unclear());
      errors.addAll(placed(tree, PolicySuccession.check(before, pack, firstOpenDay, inUse)));
      errors.addAll(placed(tree, PolicySuccession.taken(pack.portal(), othersHosts)));
      return List.copyOf(errors);
    }
  }

  /**
   * @param file name for messages
   * @param as vendor code to use instead of the file's own, or null
   */
  public static Reading read(String file, String text, String as) {
    List<PackError> early = outside(file, text, as);
    if (!early.isEmpty()) {
      return new Reading(null, null, early, List.of());
    }
    SourceTree tree = SourceTree.read(file, text);
    List<PackError> errors = tree.errors();
    if (errors.isEmpty()) {
      errors = PackForm.check(tree);
    }
    if (!errors.isEmpty()) {
      return new Reading(tree, null, errors, List.of());
    }
    Values values = new Values();
    PolicyPack pack = PackMapping.map(tree.root(), as, values);
    LaterCheck.check(tree.root(), values);
    List<PolicyFault> faults = new ArrayList<>(values.faults());
    faults.addAll(PolicyCheck.check(pack));
    errors = placed(tree, faults);
    return errors.isEmpty()
        ? new Reading(tree, pack, errors, placed(tree, LaterCheck.warnings(tree.root())))
        : new Reading(tree, null, errors, List.of());
  }

  /**
   * The pack, when there is no mistake in it.
   *
   * @throws org.kontor.domain.problem.Refused POLICY_INVALID with {@code data.errors}
   */
  public static PolicyPack require(String file, String text, String as) {
    Reading reading = read(file, text, as);
    if (reading.errors().isEmpty()) {
      return reading.pack();
    }
    throw invalid(reading.errors()).asException();
  }

  /** The refusal of a pack with these mistakes. */
  public static Problem invalid(List<PackError> errors) {
    PackError first = errors.get(0);
    String more = errors.size() == 1 ? "" : " (and " + (errors.size() - 1) + " more)";
    return new Problem(
        ProblemCode.POLICY_INVALID,
        first.path(),
        first.file() + ":" + first.line() + ":" + first.column() + ": " + first.reason() + more,
        first.mend(),
        Map.of("errors", errors));
  }

  /** A pack that comes with the product: prim, intrum, kabinet, perfectum or prestaimport. */
  public static PolicyPack bundled(String code) {
    return BUNDLED.computeIfAbsent(
        code, known -> require(Bundled.file(known), Bundled.pack(known), null));
  }

  /** The text of a pack that comes with the product. */
  public static String bundledSource(String code) {
    return Bundled.pack(code);
  }

  public static List<String> bundledCodes() {
    return Bundled.CODES;
  }

  /** JSON Schema of the format. */
  public static String schema() {
    return PackForm.schema();
  }

  /** JSON begins with a brace; everything else is read as YAML. */
  public static boolean isJson(String text) {
    return text.stripLeading().startsWith("{");
  }

  private static List<PackError> placed(SourceTree tree, List<PolicyFault> faults) {
    return faults.stream()
        .map(fault -> tree.errorAt(fault.path(), fault.reason(), fault.mend()))
        .sorted(Comparator.comparingInt(PackError::line).thenComparingInt(PackError::column))
        .toList();
  }

  private static List<PackError> outside(String file, String text, String as) {
    if (text.length() > MAX_BYTES || text.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
      return List.of(
          new PackError(
              file, 0, 0, "", "The file is larger than 1 MB", "A pack has some kilobytes."));
    }
    if (as != null && !CODE.matcher(as).matches()) {
      return List.of(
          new PackError(
              file,
              0,
              0,
              "as",
              "The vendor code " + as + " does not fit",
              "Use lower-case letters, digits and hyphens, 2 to 31 characters."));
    }
    return List.of();
  }
}
