import HeedStore
import Testing

@testable import HeedPostgres

@Suite struct PostgresErrorsTests {
  @Test(
    arguments: [
      ("23505", .unique), ("23503", .constraint), ("23514", .constraint), ("22003", .constraint),
      ("53100", .full), ("55P03", .busy), ("40001", .busy), ("57P01", .unreachable),
      ("57P03", .unreachable), ("08006", .unreachable), ("28P01", .unreachable),
      ("3D000", .unreachable), ("53300", .unreachable), ("42601", .statement),
      ("42P01", .statement), ("25006", .statement), ("XX000", .other), ("", .other),
    ] as [(String, SQLError.Kind)])
  func aStateHasItsKind(_ state: String, _ kind: SQLError.Kind) {
    #expect(PostgresFailure.kind(state) == kind)
  }
}
