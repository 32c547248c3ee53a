import Testing

@testable import HeedSQLite

@Suite struct ParameterNumbersTests {
  @Test(arguments: [
    ("SELECT $1, $12", "SELECT ?1, ?12"),
    ("SELECT '$1', \"$2\", $3", "SELECT '$1', \"$2\", ?3"),
    ("SELECT 'it''s $1' || $2", "SELECT 'it''s $1' || ?2"),
    ("SELECT 1 -- $1\n, $2", "SELECT 1 -- $1\n, ?2"),
    ("SELECT /* $1 ' */ $2", "SELECT /* $1 ' */ ?2"),
    ("SELECT a$1, $name, 'ä', $1", "SELECT a$1, $name, 'ä', ?1"),
    ("SELECT ($1),$2-$3/$4", "SELECT (?1),?2-?3/?4"),
    ("SELECT 'open $1", "SELECT 'open $1"),
    ("SELECT /* $1", "SELECT /* $1"),
    ("", ""),
  ])
  func numbersAreRewrittenOutsideOfStringsAndComments(_ sql: String, _ expected: String) {
    #expect(ParameterNumbers.rewrite(sql) == expected)
  }

  @Test func textsPastTheCapacityAreStillRewritten() {
    let numbers = ParameterNumbers()
    for n in 0..<2_000 { #expect(numbers.numbered("SELECT \(n)").keep) }
    let late = numbers.numbered("SELECT $1")
    #expect(late.sql == "SELECT ?1")
    #expect(!late.keep)
  }
}
