package dev.tare.benchmarks.driver;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

/**
 * A driver that answers what a tape says, without a database, and allocates nothing: statements,
 * results and values are made ahead. It reads streams that are bound, as a real one does, and takes
 * other parameters without a look. What is executed or read otherwise than on the tape is refused.
 * For one thread.
 */
public final class TapePlayer {
  private static final Class<? extends Source> SOURCE = Stubs.of(Source.class);
  private static final Class<? extends Link> LINK = Stubs.of(Link.class);
  private static final Class<? extends PlainStatement> PLAIN = Stubs.of(PlainStatement.class);
  private static final Class<? extends TapeStatement> STATEMENT = Stubs.of(TapeStatement.class);
  private static final Class<? extends TapeRows> ROWS = Stubs.of(TapeRows.class);
  private static final Class<? extends Product> PRODUCT = Stubs.of(Product.class);

  private final Source source;
  private final Map<String, TapeStatement> statements = new HashMap<>();
  private TapeRows[] results = new TapeRows[0];
  private int next;

  /** Is a database of this product, at this URL. */
  public TapePlayer(DatabaseMetaData real) throws SQLException {
    Product product = Stubs.make(PRODUCT);
    product.name = real.getDatabaseProductName();
    product.url = real.getURL();
    Link link = Stubs.make(LINK);
    link.player = this;
    link.product = product;
    link.plain = Stubs.make(PLAIN);
    source = Stubs.make(SOURCE);
    source.link = link;
  }

  /** Its connections; all of them are the same one. */
  public DataSource dataSource() {
    return source;
  }

  /** Plays this tape from now on, over and over. */
  public void play(Tape tape) {
    results = new TapeRows[tape.size()];
    for (int i = 0; i < results.length; i++) {
      results[i] = Stubs.make(ROWS);
      results[i].load(tape.execution(i));
    }
    next = 0;
  }

  private TapeStatement statement(String sql) {
    TapeStatement known = statements.get(sql);
    if (known == null) {
      known = Stubs.make(STATEMENT);
      known.prepare(this, sql);
      statements.put(sql, known);
    }
    return known;
  }

  /** The next result, which has to be that of this statement. */
  TapeRows execute(String sql) {
    TapeRows rows = results[next];
    next = next + 1 == results.length ? 0 : next + 1;
    rows.rewind(sql);
    return rows;
  }

  /** A data source of the one connection. */
  @SuppressWarnings("NullAway.Init") // set as it is made
  abstract static class Source implements DataSource {
    private Connection link;

    @Override
    public Connection getConnection() {
      return link;
    }
  }

  /** The one connection. */
  @SuppressWarnings("NullAway.Init") // set as it is made
  abstract static class Link implements Connection {
    private TapePlayer player;
    private Product product;
    private Statement plain;

    @Override
    public PreparedStatement prepareStatement(String sql) {
      return player.statement(sql);
    }

    @Override
    public Statement createStatement() {
      return plain;
    }

    @Override
    public DatabaseMetaData getMetaData() {
      return product;
    }

    @Override
    public void setAutoCommit(boolean autoCommit) {}

    @Override
    public void commit() {}

    @Override
    public void close() {}
  }

  /** A statement that is not prepared: what sets up a connection. */
  abstract static class PlainStatement implements Statement {
    @Override
    public boolean execute(String sql) {
      return false;
    }

    @Override
    public void close() {}
  }

  /** Which database it is. */
  @SuppressWarnings("NullAway.Init") // set as it is made
  abstract static class Product implements DatabaseMetaData {
    private String name;
    private String url;

    @Override
    public String getDatabaseProductName() {
      return name;
    }

    @Override
    public String getURL() {
      return url;
    }
  }
}
