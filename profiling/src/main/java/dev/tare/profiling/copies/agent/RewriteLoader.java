package dev.tare.profiling.copies.agent;

import dev.tare.profiling.copies.ClassRewriter;
import dev.tare.profiling.copies.rule.CallRules;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.util.HashMap;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Loads ASM, and the one package that knows it, where the program under test sees neither: the
 * program may bring an ASM of its own, of another version.
 *
 * <p>ASM is a jar among this jar's resources. Its classes and those of {@code rewrite} are defined
 * here, whatever the parent has; all others are the parent's.
 */
final class RewriteLoader extends ClassLoader {
  private static final String ASM_JAR = "/META-INF/tare/asm.jar";
  private static final String REWRITE = "dev.tare.profiling.copies.rewrite.";
  private static final String REWRITER = REWRITE + "Rewriter";

  private final Map<String, byte[]> asm;

  private RewriteLoader(ClassLoader parent, Map<String, byte[]> asm) {
    super(parent);
    this.asm = asm;
  }

  /** A rewriter, with an ASM of its own. */
  static ClassRewriter newRewriter(CallRules rules) {
    RewriteLoader loader = new RewriteLoader(RewriteLoader.class.getClassLoader(), readAsm());
    try {
      Constructor<?> constructor = loader.loadClass(REWRITER).getConstructor(CallRules.class);
      return (ClassRewriter) constructor.newInstance(rules);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("this jar does not hold what the agent needs", e);
    }
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      if (loaded == null) {
        byte[] own = ownClass(name);
        loaded =
            own == null ? super.loadClass(name, resolve) : defineClass(name, own, 0, own.length);
      }
      return loaded;
    }
  }

  private byte @Nullable [] ownClass(String name) throws ClassNotFoundException {
    if (!name.startsWith(REWRITE)) {
      return asm.get(name);
    }
    String resource = name.replace('.', '/') + ".class";
    try (InputStream in = getParent().getResourceAsStream(resource)) {
      return in == null ? null : in.readAllBytes();
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }

  private static Map<String, byte[]> readAsm() {
    Map<String, byte[]> classes = new HashMap<>();
    try (InputStream in = RewriteLoader.class.getResourceAsStream(ASM_JAR)) {
      if (in == null) {
        throw new IllegalStateException("this jar does not hold " + ASM_JAR);
      }
      JarInputStream jar = new JarInputStream(new ByteArrayInputStream(in.readAllBytes()));
      JarEntry entry = jar.getNextJarEntry();
      while (entry != null) {
        String name = entry.getName();
        if (name.endsWith(".class") && name.startsWith("org/")) {
          classes.put(
              name.substring(0, name.length() - ".class".length()).replace('/', '.'),
              jar.readAllBytes());
        }
        entry = jar.getNextJarEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the agent's ASM can not be read", e);
    }
    return classes;
  }
}
