package dev.tare.profiling.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Map;
import java.util.TreeMap;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs test classes by the launcher, of whatever JUnit is on the class path, and prints each test,
 * sorted by name: whether it passed, and the message if not.
 */
public final class BudgetsMain {
  private BudgetsMain() {}

  /** Test classes, by name. */
  public static void main(String[] classes) {
    Map<String, String> results = new TreeMap<>();
    LauncherDiscoveryRequestBuilder request = LauncherDiscoveryRequestBuilder.request();
    for (String name : classes) {
      request.selectors(selectClass(name));
    }
    LauncherDiscoveryRequest built = request.build();
    LauncherFactory.create().execute(built, new TestExecutionListener() {
      @Override
      public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (test.isTest() || result.getThrowable().isPresent()) {
          results.merge(
              test.getLegacyReportingName(),
              result.getStatus()
                  + result.getThrowable().map(each -> "\n" + each).orElse(""),
              (a, b) -> a + '\n' + b);
        }
      }
    });
    results.forEach((name, result) -> System.out.println(name + ": " + result));
  }
}
