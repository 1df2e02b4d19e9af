package dev.tare.scheduler.api.limit;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A token bucket a client. Thread-safe; a call allocates nothing.
 *
 * <p>The table has a fixed number of places, in rows of eight. A client has its place in one row
 * only, so a look-up reads eight numbers. A bucket that is full again says no more than one that is
 * not there; so what a new client takes over is a full one, or, while its row has none, the one
 * that is nearest to full: a flood of clients can give some others back the few tokens that they
 * had used, and can not take any away. Rows are found by a keyed mix of the client's number, so
 * that nobody can aim at somebody else's row.
 */
public final class RateLimiter {
  private static final int ROW = 8;
  private static final int STRIPES = 64;
  private static final int MILLITOKENS = 1_000;

  private final int rows;
  private final long seed;
  private final Clock clock;
  private final long burst; // thousandths of a token
  private final long perSecond; // tokens a second, which are thousandths a millisecond

  /** Whose bucket it is, by place; 0 is nobody's. */
  private final long[] clients;

  /** What a bucket held, thousandths of a token, by place. */
  private final int[] levels;

  /** When it held that, epoch milliseconds, by place. */
  private final long[] instants;

  private final Object[] locks = new Object[STRIPES];
  private final AtomicLong refused = new AtomicLong();

  /**
   * A limiter.
   *
   * @param burst tokens of a full bucket, 1–1,000,000
   * @param perSecond tokens that come back in a second, 1–1,000,000
   * @param places how many clients are told apart at once; rounded up to a power of two
   * @param seed random, and unknown to clients
   */
  public RateLimiter(int burst, int perSecond, int places, long seed, Clock clock) {
    if (burst < 1 || burst > 1_000_000 || perSecond < 1 || perSecond > 1_000_000) {
      throw new IllegalArgumentException(
          "a bucket of " + burst + " tokens and " + perSecond + " a second: both are 1 to 1000000");
    }
    this.burst = (long) burst * MILLITOKENS;
    this.perSecond = perSecond;
    this.rows = Math.max(1, Integer.highestOneBit(Math.max(ROW, 2 * places - 1)) / ROW);
    this.seed = seed;
    this.clock = clock;
    this.clients = new long[rows * ROW];
    this.levels = new int[rows * ROW];
    this.instants = new long[rows * ROW];
    for (int i = 0; i < STRIPES; i++) {
      locks[i] = new Object();
    }
  }

  /**
   * Takes a token from a client's bucket.
   *
   * @param client any number that stands for the client
   * @return 0 if there was one; otherwise after how many milliseconds there will be one
   */
  public long take(long client) {
    long key = mixed(client ^ seed);
    key = key == 0 ? 1 : key;
    int row = (int) (key >>> 32) & rows - 1;
    synchronized (locks[row & STRIPES - 1]) {
      long now = clock.millis();
      int place = placeOf(key, row * ROW, now);
      long level = levelAt(place, now);
      instants[place] = now;
      if (level >= MILLITOKENS) {
        levels[place] = (int) (level - MILLITOKENS);
        return 0;
      }
      levels[place] = (int) level;
      refused.incrementAndGet();
      return (MILLITOKENS - level + perSecond - 1) / perSecond;
    }
  }

  /** How many takes found no token. */
  public long refused() {
    return refused.get();
  }

  /** How many clients are told apart at once; the table never grows beyond it. */
  public int places() {
    return clients.length;
  }

  private int placeOf(long key, int first, long now) {
    int fullest = first;
    long most = -1;
    for (int place = first; place < first + ROW; place++) {
      if (clients[place] == key) {
        return place;
      }
      long level = clients[place] == 0 ? burst : levelAt(place, now);
      if (level > most) {
        most = level;
        fullest = place;
      }
    }
    clients[fullest] = key;
    levels[fullest] = (int) burst;
    instants[fullest] = now;
    return fullest;
  }

  /** A clock that is set back gives no tokens, and takes none away. */
  private long levelAt(int place, long now) {
    long passed = Math.max(0, now - instants[place]);
    long refilled = passed > burst ? burst : passed * perSecond;
    return Math.min(burst, levels[place] + refilled);
  }

  /** The finaliser of SplitMix64: every bit of the result depends on every bit of the argument. */
  private static long mixed(long value) {
    long first = (value ^ value >>> 30) * 0xbf58476d1ce4e5b9L;
    long second = (first ^ first >>> 27) * 0x94d049bb133111ebL;
    return second ^ second >>> 31;
  }
}
