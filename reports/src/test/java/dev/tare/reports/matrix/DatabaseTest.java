package dev.tare.reports.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseTest {

  @ParameterizedTest
  @CsvSource({
    "sqlite, sqlite",
    "jdbc:sqlite:/tmp/x.db, sqlite",
    "testcontainers, postgresql",
    "embedded, postgresql",
    "postgres, postgresql",
    "jdbc:postgresql://h/x, postgresql"
  })
  void specification_hasADialect(String spec, String dialect) {
    assertThat(Database.of(spec).dialect()).isEqualTo(dialect);
    assertThat(Database.of(spec)).hasToString(spec);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "jdbc:postgresql://u:p@h:5432/x           | jdbc:postgresql://***@h:5432/x",
        "jdbc:postgresql://h/x?user=u&password=p  | jdbc:postgresql://h/x?user=***&password=***",
        "jdbc:postgresql://h/x?sslPassword=p&a=b  | jdbc:postgresql://h/x?sslPassword=***&a=b",
        "jdbc:postgresql://h/x?accessToken=p      | jdbc:postgresql://h/x?accessToken=***",
        "jdbc:sqlite:x.db?cipher_secret=p         | jdbc:sqlite:x.db?cipher_secret=***",
        "(jdbc:postgresql://u:p@h/x) and more     | (jdbc:postgresql://***@h/x) and more",
        "no address: user=me                      | no address: user=me"
      })
  void mask_leavesNoCredential(String text, String masked) {
    assertThat(Database.mask(text)).isEqualTo(masked);
  }

  @Test
  void unknownSpecification_isRefusedWithoutRepeatingItsCredentials() {
    assertThatThrownBy(() -> Database.of("jdbc:oracle:thin:scott/tiger@h"))
        .hasMessageContaining("'jdbc:oracle:…' is no database; known: sqlite")
        .hasMessageNotContaining("tiger");
  }

  @Test
  void secrets_areFoundAsWrittenAndDecoded() {
    Database database = Database.of("jdbc:postgresql://bob:pa%2Bss@h/x?password=a%20b");
    Secrets secrets = new Secrets(List.of(database, Database.SQLITE));
    assertThat(secrets.hide("pa%2Bss, pa+ss, a%20b, a b, bob, sqlite"))
        .isEqualTo("***, ***, ***, ***, bob, sqlite");
  }
}
