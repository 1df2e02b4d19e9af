package dev.tare.benchmarks.driver;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import org.jspecify.annotations.Nullable;

/** A statement of a {@link TapePlayer}; prepared again, it is the same one. */
@SuppressWarnings("NullAway.Init") // set by prepare
abstract class TapeStatement implements PreparedStatement {
  private final byte[] network = new byte[1 << 16];
  private TapePlayer player;
  private String sql;

  final void prepare(TapePlayer of, String text) {
    player = of;
    sql = text;
  }

  @Override
  public ResultSet executeQuery() {
    return player.execute(sql);
  }

  @Override
  public int executeUpdate() {
    return player.execute(sql).updated();
  }

  @Override
  public boolean execute() {
    player.execute(sql);
    return true;
  }

  @Override
  public void setLong(int index, long value) {}

  @Override
  public void setInt(int index, int value) {}

  @Override
  public void setBoolean(int index, boolean value) {}

  @Override
  public void setString(int index, String value) {}

  @Override
  public void setBytes(int index, byte[] value) {}

  @Override
  public void setNull(int index, int type) {}

  @Override
  public void setObject(int index, @Nullable Object value) {}

  /** Reads it into a buffer that is there, as a real driver reads it into its own. */
  @Override
  public void setBinaryStream(int index, InputStream stream, int length) {
    try {
      int left = length;
      while (left > 0) {
        int read = stream.read(network, 0, Math.min(left, network.length));
        if (read < 0) {
          throw new IllegalStateException("a stream ends " + left + " bytes too early");
        }
        left -= read;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {}
}
