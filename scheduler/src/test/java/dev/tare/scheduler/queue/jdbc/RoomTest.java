package dev.tare.scheduler.queue.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RoomTest {
  private final Room room = new Room(160);

  @Test
  void withoutACount_thereIsNoRoom() {
    assertThat(room.take(1)).isFalse();
  }

  @Test
  void count_grantsASixteenthOrWhatIsWanted() {
    count(0, 1);
    assertThat(room.take(10)).isTrue();
    assertThat(room.take(1)).isFalse();

    count(10, 50);
    assertThat(room.take(50)).isTrue();
    assertThat(room.take(1)).isFalse();
  }

  @Test
  void fullQueue_grantsNothing() {
    count(160, 1);
    assertThat(room.take(1)).isFalse();
    count(200, 1); // another process went over
    assertThat(room.take(1)).isFalse();
  }

  @Test
  void whatIsTakenAndNotYetStored_isNotGrantedAgain() {
    count(155, 1);
    assertThat(room.take(5)).isTrue();

    count(155, 1); // does not see the five

    assertThat(room.take(1)).isFalse();
    room.settle(5);
    count(160, 1);
    assertThat(room.take(1)).isFalse();
  }

  @Test
  void whatIsTakenWhileSomebodyElseCounts_isNotGrantedAgain() {
    long first = room.beginCount();
    long second = room.beginCount();
    room.counted(155, first, 1);
    assertThat(room.take(5)).isTrue();
    room.settle(5); // stored after the second count had read

    room.counted(155, second, 1);

    assertThat(room.take(1)).isFalse();
  }

  @Test
  void whatWasTakenInVain_isRoomAgain() {
    count(159, 1);
    assertThat(room.take(1)).isTrue();
    room.settle(1); // the insert failed

    count(159, 1);

    assertThat(room.take(1)).isTrue();
  }

  private void count(long stored, int wanted) {
    long since = room.beginCount();
    room.counted(stored, since, wanted);
  }
}
