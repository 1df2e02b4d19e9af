String log = new File(basedir, 'build.log').getText('UTF-8')
int from = 0

// Each of these stands in the log after the one before.
[
    // 1: no baseline
    /gate \(gate\) on project first-gate:/,
    /no baseline for jdk\d+\S* under \S+tare-baselines; make one with:/,
    /\n\[ERROR\]   mvn tare:baseline@gate\n/,
    // 2: made with that
    '4 lines changed in',
    '4 figures within the baseline',
    'BUILD SUCCESS',
    // 3: one line allocates
    /regression: org.acme.MyBenchmark.testMethod written bytes: 0 → \d+, limit 0/,
    /new: \d+ of java.lang.StringBuilder at org.acme.MyBenchmark.join:12/,
    /regression: org.acme.MyBenchmark.testMethod written copies: 0 → 1, limit 0/,
    /mvn -Pplanted tare:gate@gate '-Dtare.only=\^org\\.acme\\.MyBenchmark\\.testMethod\$'/,
    /mvn -Pplanted tare:baseline@gate '-Dtare.only=\^org\\.acme\\.MyBenchmark\\.testMethod\$'/,
    // 4: claimed
    /raised: org.acme.MyBenchmark.testMethod written bytes: 0 → \d+/,
    'BUILD SUCCESS',
    // 5: it is less again
    /\n::\w+ .*improvement/,
    /improvement: org.acme.MyBenchmark.testMethod written bytes: \d+ → 0/,
].each { text ->
  def found = log =~ text
  assert found.find(from) : "no '$text' from character $from of build.log on"
  from = found.end()
}

assert new File(basedir, 'target/tare.xml').getText('UTF-8').contains('<testsuite')
assert new File(basedir, 'target/tare.sarif').getText('UTF-8').contains('"version"')
assert !new File(basedir, 'target/tare-gate.printed').exists()
