package dev.tare.benchmarks.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tare.profiling.junit.AllocationBudget;
import dev.tare.scheduler.testkit.Database;
import java.io.ByteArrayInputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The driver without a database answers as the real one did, and that without an allocation. */
class TapePlayerTest {
  private static final String INSERT = "INSERT INTO task_type (id, name) VALUES (?, ?)";
  private static final String SELECT =
      "SELECT id, name, CAST(name AS BLOB) AS bytes, NULL AS absent FROM task_type ORDER BY id";

  @SuppressWarnings("NullAway.Init") // before each test
  private Sandbox sandbox;

  @SuppressWarnings("NullAway.Init") // before each test
  private TapePlayer player;

  @BeforeEach
  void record() throws SQLException {
    sandbox = Sandbox.in(Database.of("sqlite").empty());
    TapeRecorder recorder = new TapeRecorder(sandbox.dataSource());
    work(recorder.dataSource());
    player = new TapePlayer(sandbox.dataSource().getConnection().getMetaData());
    player.play(recorder.take());
  }

  @AfterEach
  void close() throws SQLException {
    sandbox.close();
  }

  /** Two rows written and read; a digest of what was read. */
  private static long work(DataSource source) throws SQLException {
    long read = 0;
    try (Connection connection = source.getConnection();
        PreparedStatement insert = connection.prepareStatement(INSERT);
        PreparedStatement select = connection.prepareStatement(SELECT)) {
      for (int id = 1; id <= 2; id++) {
        insert.setInt(1, id);
        insert.setString(2, id == 1 ? "shell" : "größe ∞");
        read += insert.executeUpdate();
      }
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          read = 31 * read + rows.getInt(1);
          read = 31 * read + rows.getLong("id");
          read = 31 * read + rows.getString("name").hashCode();
          read = 31 * read + rows.getBytes(3).length;
          read = 31 * read + rows.getLong("absent") + (rows.wasNull() ? 1 : 0);
        }
      }
    }
    return read;
  }

  @Test
  void answers_areThoseOfTheRealDriver() throws SQLException {
    sandbox.reset();
    long real = work(sandbox.dataSource());

    assertThat(work(player.dataSource())).isEqualTo(real);
    assertThat(work(player.dataSource())).as("over and over").isEqualTo(real);
  }

  @Test
  @AllocationBudget(bytes = 0)
  void answers_costNoAllocation() throws SQLException {
    work(player.dataSource());
  }

  @Test
  void anythingElse_isRefused() throws SQLException {
    Connection connection = player.dataSource().getConnection();
    PreparedStatement insert = connection.prepareStatement(INSERT);

    assertThatThrownBy(() -> connection.prepareStatement(SELECT).executeQuery())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("executed is " + SELECT + ", on the tape is " + INSERT);
    assertThat(insert.executeUpdate()).isEqualTo(1);
    ResultSet rows = connection.prepareStatement(SELECT).executeQuery();
    rows.next();
    assertThatThrownBy(() -> rows.getInt(2))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("read is column 2, on the tape is 1");
    assertThatThrownBy(() -> rows.getTimestamp(1))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("getTimestamp");
  }

  @Test
  void stream_isReadAsFarAsItGoes() throws SQLException {
    PreparedStatement insert = player.dataSource().getConnection().prepareStatement(INSERT);
    ByteArrayInputStream stream = new ByteArrayInputStream(new byte[100_000]);

    insert.setBinaryStream(1, stream, 99_999);

    assertThat(stream.available()).isEqualTo(1);
  }

  @Test
  void sandbox_keepsNothing() throws SQLException {
    sandbox.reset();
    long first = work(sandbox.dataSource());
    sandbox.reset();

    assertThat(work(sandbox.dataSource())).as("its rows were not there").isEqualTo(first);
  }
}
