package dev.tare.scheduler.cron;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tare.scheduler.error.ValidationException;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CronErrorTest {
  @Test
  void error_namesTheExpression_theField_theText_andWhatIsAllowed() {
    refused(
        "0 0 25 * * *",
        "cron expression \"0 0 25 * * *\": hour \"25\" is not allowed; it takes"
            + " 0-23, *, ranges (a-b), steps (a/n, a-b/n, */n), and lists of these");
    refused(
        "0 0 0 0 * *",
        "cron expression \"0 0 0 0 * *\": day of month \"0\" is not allowed; it"
            + " takes 1-31, *, ranges (a-b), steps (a/n, a-b/n, */n), L, L-3, LW, 15W, and lists of"
            + " these");
    refused(
        "0 0 0 * * MOND",
        "cron expression \"0 0 0 * * MOND\": day of week \"MOND\" is not"
            + " allowed; it takes 0-7 or SUN-SAT, *, ranges (a-b), steps (a/n, a-b/n, */n), FRIL"
            + " (the last), MON#2 (the second), and lists of these");
  }

  @Test
  void crontabLine_isToldWhatToWrite() {
    refused(
        "*/5 * * * *",
        "cron expression \"*/5 * * * *\" has 5 fields and needs 6: second minute hour day-of-month"
            + " month day-of-week; a crontab line takes a second in front: \"0 */5 * * * *\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | has 0 fields and needs 6",
        "0 | has 1 fields and needs 6",
        "0 0 0 1 1 ? 2027 | has 7 fields and needs 6: second minute hour day-of-month month"
            + " day-of-week; a year can not be given",
        "60 * * * * * | second \"60\" is not allowed; it takes 0-59",
        "* -1 * * * * | minute \"-1\" is not allowed",
        "* 5- * * * * | minute \"5-\" is not allowed",
        "* 1-2-3 * * * * | minute \"1-2-3\" is not allowed",
        "* 1,,2 * * * * | minute \"\" is not allowed",
        "* 1, * * * * | minute \"\" is not allowed",
        "* ? * * * * | minute \"?\" is not allowed",
        "* /5 * * * * | minute \"/5\" is not allowed",
        "* ٣ * * * * | minute \"٣\" is not allowed",
        "* 99999999999 * * * * | minute \"99999999999\" is not allowed",
        "* */0 * * * * | minute \"*/0\" needs a step of 1 to 59 after the /",
        "* */90 * * * * | minute \"*/90\" needs a step of 1 to 59 after the /",
        "* */x * * * * | minute \"*/X\" needs a step of 1 to 59 after the /",
        "* * 22-2 * * * | hour \"22-2\" runs backwards: write two ranges, 22-23,0-2",
        "* * * 28-3 * * | day of month \"28-3\" runs backwards: write two ranges, 28-31,1-3",
        "* * * L-0 * * | day of month \"L-0\" counts back 1 to 30 days from the last",
        "* * * L-31 * * | day of month \"L-31\" counts back 1 to 30 days from the last",
        "* * * 1-5W * * | day of month \"1-5W\" needs one day before the W",
        "* * * W * * | day of month \"W\" is not allowed",
        "* * * 32W * * | day of month \"32W\" needs one day before the W",
        "* * * * JANUARY * | month \"JANUARY\" is not allowed; it takes 1-12 or JAN-DEC",
        "* * * * NOV-FEB * | month \"NOV-FEB\" runs backwards: write two ranges, NOV-12,1-2",
        "* * * * * L | day of week \"L\" needs one weekday before the L",
        "* * * * * MON-FRIL | day of week \"MON-FRIL\" needs one weekday before the L",
        "* * * * * MON#6 | day of week \"MON#6\" needs 1 to 5 after the #",
        "* * * * * #2 | day of week \"#2\" needs one weekday before the #",
        "* * * * * 8 | day of week \"8\" is not allowed",
        "@never | \"@never\" is not a known name: use @yearly, @annually"
      })
  void mistake_isNamed(String text, String part) {
    assertThatThrownBy(() -> Cron.parse(text, ZoneId.of("UTC")))
        .isInstanceOf(ValidationException.class)
        .hasMessageContaining(part);
  }

  private static void refused(String text, String message) {
    assertThatThrownBy(() -> Cron.parse(text, ZoneId.of("UTC")))
        .isInstanceOf(ValidationException.class)
        .hasMessage(message);
  }
}
