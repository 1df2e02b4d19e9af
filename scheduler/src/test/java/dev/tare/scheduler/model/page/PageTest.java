package dev.tare.scheduler.model.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tare.scheduler.error.ValidationException;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageTest {

  @Test
  void pages_areCountedUp() {
    assertThat(totalPages(0, 20)).isZero();
    assertThat(totalPages(1, 20)).isEqualTo(1);
    assertThat(totalPages(20, 20)).isEqualTo(1);
    assertThat(totalPages(21, 20)).isEqualTo(2);
    assertThat(totalPages(1L << 40, 1)).isEqualTo(1L << 40);
  }

  @Test
  void offset_doesNotOverflow() {
    assertThat(new PageRequest(1, 100).offset()).isZero();
    assertThat(new PageRequest(3, 20).offset()).isEqualTo(40);
    assertThat(new PageRequest(Integer.MAX_VALUE, 100).offset()).isEqualTo(214_748_364_600L);
  }

  @Test
  void pageThatCanNotBe_isRefused() {
    assertThat(PageRequest.first()).isEqualTo(new PageRequest(1, 20));
    refused(0, 20, "page is 0: the first page is 1");
    refused(1, 0, "size is 0: a page has 1 to 100 rows");
    refused(1, 101, "size is 101");
  }

  private static long totalPages(long total, int size) {
    return Page.of(new PageRequest(1, size), List.of(), total).totalPages();
  }

  private static void refused(int page, int size, String message) {
    assertThatThrownBy(() -> new PageRequest(page, size))
        .isInstanceOf(ValidationException.class)
        .hasMessageContaining(message);
  }
}
