package dev.tare.profiling.copies.rewrite;

import dev.tare.profiling.copies.ClassRewriter;
import dev.tare.profiling.copies.CopySite;
import dev.tare.profiling.copies.rule.CallRules;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;

/**
 * Finds and rewrites by one visitor: what is listed is what is counted. No branch is added, so the
 * frames of a class stay as they are.
 */
public final class Rewriter implements ClassRewriter {
  private final CallRules rules;

  /** A rewriter by these rules. */
  public Rewriter(CallRules rules) {
    this.rules = rules;
  }

  @Override
  public List<CopySite> sites(byte[] classFile) {
    List<CopySite> sites = new ArrayList<>();
    new ClassReader(classFile).accept(new CountingClass(null, rules, sites, 0, false), 0);
    return sites;
  }

  @Override
  public byte[] rewrite(byte[] classFile, int firstSite, boolean loaded) {
    ClassReader reader = new ClassReader(classFile);
    ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
    reader.accept(new CountingClass(writer, rules, new ArrayList<>(), firstSite, loaded), 0);
    return writer.toByteArray();
  }
}
