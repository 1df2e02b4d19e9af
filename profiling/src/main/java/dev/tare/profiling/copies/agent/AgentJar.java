package dev.tare.profiling.copies.agent;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** The file to start a JVM with: an agent has to be a jar, also where its classes are in none. */
public final class AgentJar {
  private AgentJar() {}

  /**
   * An agent jar for a JVM that has {@code instruments} on its class path: that jar itself, or for
   * a folder of classes a jar that only names the agent, and is gone when this JVM ends.
   *
   * @throws IOException if no such jar can be written
   */
  public static Path of(Path instruments) throws IOException {
    if (!Files.isDirectory(instruments)) {
      return instruments;
    }
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Premain-Class", CopyAgent.class.getName());
    manifest.getMainAttributes().putValue("Agent-Class", CopyAgent.class.getName());
    manifest.getMainAttributes().putValue("Can-Retransform-Classes", "true");
    Path jar = Files.createTempFile("tare-agent", ".jar");
    jar.toFile().deleteOnExit();
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream empty = new JarOutputStream(out, manifest)) {
      empty.finish();
    }
    return jar;
  }
}
