package dev.tare.benchmarks.queue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JsonPeerBenchmarkTest {

  @Test
  void dataBinding_bringsTheMessageBack() throws Exception {
    JsonPeerBenchmark peer = new JsonPeerBenchmark();
    peer.payload = 200;
    peer.open();
    JsonPeerBenchmark.Execution received = peer.encodeDecode();
    assertThat(received.parameters()).hasSize(200);
    assertThat(received.correlationId()).isEqualTo("order-4711");
    assertThat(received).usingRecursiveComparison().isEqualTo(peer.encodeDecode());
  }
}
