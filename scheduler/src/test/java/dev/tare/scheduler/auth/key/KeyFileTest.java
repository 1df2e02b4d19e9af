package dev.tare.scheduler.auth.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tare.scheduler.auth.Leaks;
import dev.tare.scheduler.auth.ManualClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFileTest {
  private final ManualClock clock = ManualClock.at("2026-03-01T12:34:56.789Z");

  @TempDir
  Path directory;

  private Path file;

  @BeforeEach
  void name() {
    file = directory.resolve("keys.json");
  }

  @Test
  void ring_opensWithTheKeysThatItHadBeforeARestart() {
    KeyRing before = open();
    before.rotate();
    clock.advance(Duration.ofHours(1));
    before.rotate();
    KeyRing after = open();
    assertThat(after.status()).isEqualTo(before.status());
    assertThat(after.current().hasSecretOf(before.current())).isTrue();
    for (KeyRingStatus.PreviousKey key : before.status().previous()) {
      assertThat(found(after, key.keyId()).hasSecretOf(found(before, key.keyId())))
          .isTrue();
    }
  }

  @Test
  void ring_openedAfterItsInterval_hasRotated() {
    String first = open().current().id();
    clock.advance(Duration.ofDays(31));
    KeyRing later = open();
    assertThat(later.current().id()).isNotEqualTo(first);
    assertThat(later.find(first)).isNotNull();
    assertThat(open().current().id()).isEqualTo(later.current().id());
  }

  @Test
  void file_isReadableByItsOwnerOnly_andLeavesNoHalfFileBeside() throws IOException {
    KeyRing ring = open();
    assertThat(permissions()).isEqualTo("rw-------");
    ring.rotate();
    assertThat(permissions()).isEqualTo("rw-------");
    assertThat(names()).containsExactlyInAnyOrder("keys.json", "keys.json.lock");
    assertThat(Files.size(directory.resolve("keys.json.lock"))).isZero();
  }

  @Test
  void file_thatOthersCanRead_isRefused() throws IOException {
    open();
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    assertThatThrownBy(this::open)
        .isInstanceOf(KeyRingException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("rw-r-----")
        .hasMessageContaining("chmod 600");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no json",
        "{}",
        "{\"keys\":[]}",
        "{\"keys\":[{\"kty\":\"oct\",\"k\":\"c2hv\",\"alg\":\"HS256\",\"kid\":\"a\",\"iat\":1}]}",
        "{\"keys\":[{\"kty\":\"oct\",\"k\":\"c2hvcnQ\"}]}",
        "{\"keys\":[{\"kty\":\"oct\"",
      })
  void file_thatIsNoKeyRing_isRefusedByNameAndLeftAsItIs(String content) throws IOException {
    writeOwnerOnly(content);
    assertThatThrownBy(this::open)
        .isInstanceOf(KeyRingException.class)
        .hasMessageStartingWith("key file " + file + " is not a key ring: ")
        .hasMessageContaining("restore it from a backup");
    assertThat(file).hasContent(content);
  }

  @Test
  void file_withKeysInAWrongOrderOrTwice_isRefused() throws IOException {
    open().rotate();
    String content = Files.readString(file);
    String first = content.substring(content.indexOf("[") + 1, content.indexOf("},{") + 1);
    String second = content.substring(content.indexOf("},{") + 2, content.lastIndexOf("]"));
    assertRefused("its first key has an exp", second, first);
    assertRefused("key 1 has no exp", first, first);
    assertRefused("key 2 repeats the kid", first, second, second);
    assertRefused("7 keys", first, second, second, second, second, second, second);
  }

  private void assertRefused(String why, String... keys) throws IOException {
    writeOwnerOnly("{\"keys\":[" + String.join(",", keys) + "]}");
    assertThatThrownBy(this::open).isInstanceOf(KeyRingException.class).hasMessageContaining(why);
  }

  @Test
  void error_holdsNothingOfTheSecret_whereverTheFileIsCut() throws IOException {
    KeyRing ring = open();
    String secret =
        Base64.getUrlEncoder().withoutPadding().encodeToString(ring.current().secret());
    String content = Files.readString(file);
    assertThat(content).contains(secret);
    for (int cut = 0; cut < content.length(); cut++) {
      writeOwnerOnly(content.substring(0, cut));
      Throwable failure = ThrowableAssert.catchThrowable(this::open);
      assertThat(failure).isInstanceOf(KeyRingException.class);
      Leaks.assertHoldsNothingOf(secret, Leaks.textOf(failure));
    }
  }

  @Test
  void key_printsNothingOfItsSecret() {
    KeyRing ring = open();
    SigningKey key = ring.current();
    String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(key.secret());
    Leaks.assertHoldsNothingOf(secret, key.toString() + ring.status());
  }

  @Test
  void rotation_thatCannotBeStored_changesNothing() throws IOException {
    KeyRing ring = open();
    String content = Files.readString(file);
    SigningKey first = ring.current();
    Path obstacle = obstacle();
    assertThatThrownBy(ring::rotate)
        .isInstanceOf(KeyRingException.class)
        .hasMessageStartingWith("key file " + file + ": ")
        .hasMessageEndingWith("check the directory and its rights");
    assertThat(ring.current()).isSameAs(first);
    assertThat(file).hasContent(content);
    remove(obstacle);
    assertThat(ring.rotate().previous()).hasSize(1);
  }

  @Test
  void rotationByAge_thatCannotBeStored_keepsTheKeyAndIsTriedAgainAMinuteLater()
      throws IOException {
    KeyRing ring = open();
    SigningKey first = ring.current();
    Path obstacle = obstacle();
    clock.advance(Duration.ofDays(30));
    assertThat(ring.current()).isSameAs(first);
    remove(obstacle);
    clock.advance(Duration.ofSeconds(59));
    assertThat(ring.current()).isSameAs(first);
    clock.advance(Duration.ofSeconds(1));
    assertThat(ring.current().id()).isNotEqualTo(first.id());
    assertThat(ring.find(first.id())).isNotNull();
  }

  @Test
  void rename_thatFails_leavesNoHalfFileBeside() throws IOException {
    KeyFile keys = new KeyFile(file);
    KeySet set = new KeySet(open().current(), List.of());
    assertThatThrownBy(() -> keys.change(stored -> {
          blockFile();
          return set;
        }))
        .isInstanceOf(KeyRingException.class);
    assertThat(names()).containsExactlyInAnyOrder("keys.json", "keys.json.lock");
  }

  @Test
  void leftoverOfACrash_isReplaced() throws IOException {
    KeyRing ring = open();
    Files.writeString(directory.resolve("keys.json.next"), "half a fi");
    ring.rotate();
    assertThat(open().current().id()).isEqualTo(ring.current().id());
    assertThat(names()).containsExactlyInAnyOrder("keys.json", "keys.json.lock");
  }

  @Test
  void twoRingsOnOneFile_agreeOnOneRotation() {
    KeyRing one = open();
    KeyRing other = open();
    clock.advance(Duration.ofDays(30));
    assertThat(one.current().id()).isEqualTo(other.current().id());
    assertThat(one.status()).isEqualTo(other.status());
  }

  @Test
  void keyOfAnotherRingOnTheFile_isFound_andLookedForOnceASecondAtMost() {
    KeyRing one = open();
    KeyRing other = open();
    one.rotate();
    assertThat(other.find(one.current().id())).isNotNull();
    one.rotate();
    clock.advance(Duration.ofMillis(999));
    assertThat(other.find(one.current().id())).isNull();
    clock.advance(Duration.ofMillis(1));
    assertThat(other.find(one.current().id())).isNotNull();
  }

  @Test
  void revocationByAnotherRing_isSeenAfterReload() {
    KeyRing one = open();
    KeyRing other = open();
    String first = one.current().id();
    one.revoke(first);
    other.reload();
    assertThat(other.find(first)).isNull();
    assertThat(other.current().id()).isEqualTo(one.current().id());
  }

  @Test
  void root_isNoFile() {
    assertThatThrownBy(() -> new KeyFile(Path.of("/")))
        .isInstanceOf(KeyRingException.class)
        .hasMessageContaining("name a file");
  }

  private KeyRing open() {
    return KeyRing.inFile(file, RotationPolicy.PRODUCTION, clock);
  }

  private static SigningKey found(KeyRing ring, String id) {
    SigningKey key = ring.find(id);
    assertThat(key).as(id).isNotNull();
    return Objects.requireNonNull(key);
  }

  /** What makes every write fail: a directory with content where the next file is written. */
  private Path obstacle() throws IOException {
    Path next = directory.resolve("keys.json.next");
    Files.createDirectory(next);
    Files.createFile(next.resolve("occupied"));
    return next;
  }

  private static void remove(Path obstacle) throws IOException {
    Files.delete(obstacle.resolve("occupied"));
    Files.delete(obstacle);
  }

  /** A directory with content in the file's place: nothing can be renamed over it. */
  private void blockFile() {
    try {
      Files.delete(file);
      Files.createDirectory(file);
      Files.createFile(file.resolve("occupied"));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private void writeOwnerOnly(String content) throws IOException {
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, content);
  }

  private String permissions() throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  private List<String> names() throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.map(entry -> String.valueOf(entry.getFileName())).toList();
    }
  }
}
