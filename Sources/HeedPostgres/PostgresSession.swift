import CLibPQ
import HeedStore

/// One connection to the server, with its prepared statements. Belongs to one thread.
final class PostgresSession {
  /// Past so many texts a connection prepares anew each time; only texts made while running get
  /// there.
  private static let capacity = 1_000

  /// One text, prepared once for each combination of types that came.
  private final class Prepared {
    var statements: [Statement] = []
    var byTypes: [[Oid]: Statement] = [:]
  }

  struct Statement {
    let name: String
    let types: [Oid]

    func takes(_ values: [SQLValue]) -> Bool {
      types.count == values.count && zip(types, values).allSatisfy { PostgresType.takes($0, $1) }
    }
  }

  let pointer: OpaquePointer
  private var prepared: [String: Prepared] = [:]
  /// Texts that insert many rows, by the text that inserts one; `nil` where there are none.
  private var many: [String: [String]?] = [:]
  private var count = 0

  /// Waits until the server answers or the time is up.
  /// - Throws: `SQLError` of kind `unreachable`.
  init(_ target: PostgresTarget) throws {
    guard let pointer = target.connect() else {
      throw SQLError(.unreachable, "no memory for a connection to PostgreSQL")
    }
    self.pointer = pointer
    guard PQstatus(pointer) == CONNECTION_OK else {
      let error = SQLError(.unreachable, PostgresFailure.lastWords(of: pointer))
      throw error
    }
    // Hints would go to the standard error of the process.
    PQsetNoticeProcessor(pointer, { _, _ in }, nil)
    // Compiling a statement takes longer than any of ours runs. What the server's own configuration says goes for
    // other programs.
    PQclear(PQexec(pointer, "SET jit = off"))
    // The server's own figure is that of a turning disk; by it a large table is read whole where a few rows of it are
    // wanted.
    PQclear(PQexec(pointer, "SET random_page_cost = 1.1"))
  }

  deinit { PQfinish(pointer) }

  /// The server's process that serves this connection.
  var process: Int32 { PQbackendPID(pointer) }
  var isLost: Bool { PQstatus(pointer) != CONNECTION_OK }

  /// One or more statements without parameters.
  @discardableResult
  func execute(_ sql: String) throws -> PostgresResult {
    try check(PostgresResult(PQexec(pointer, sql)))
  }

  func execute(_ sql: String, _ values: [SQLValue]) throws -> PostgresResult {
    let statement = try statement(sql, for: values)
    return try PostgresArguments(values).withPointers { count, values, lengths, formats in
      try check(
        PostgresResult(
          PQexecPrepared(pointer, statement.name, count, values, lengths, formats, 0)))
    }
  }

  func check(_ result: PostgresResult) throws -> PostgresResult {
    guard result.isGood else { throw PostgresFailure(pointer, result.pointer) }
    return result
  }

  /// The texts for `ManyRows.sizes`, made once.
  func together(_ sql: String, width: Int) -> [String]? {
    if let known = many[sql] { return known }
    let rows = ManyRows(sql)
    let texts = rows.map { rows in ManyRows.sizes.map { rows.text(rows: $0, width: width) } }
    if many.count < Self.capacity { many[sql] = .some(texts) }
    return texts
  }

  /// The statement for these values, prepared if it is not yet.
  /// - Parameter isNamed: several of them are needed at once, so that none may take the place of
  ///   another.
  func statement(
    _ sql: String, for values: [SQLValue], isNamed: Bool = false
  ) throws -> Statement {
    let types = values.map(PostgresType.of)
    let entry = prepared[sql] ?? Prepared()
    if let known = entry.byTypes[types] { return known }
    if let fitting = entry.statements.first(where: { $0.takes(values) }) {
      // Of texts and nulls alike: the same types say less than the values do, so it is asked again
      // next time.
      if !values.contains(.null) { entry.byTypes[types] = fitting }
      return fitting
    }
    let keep = isNamed || prepared[sql] != nil || prepared.count < Self.capacity
    let name = keep ? "heed_\(count)" : ""
    count += 1
    _ = try check(
      PostgresResult(PQprepare(pointer, name, sql, Int32(types.count), types)))
    let statement = Statement(name: name, types: try resolvedTypes(of: name))
    guard statement.types.count == types.count else {
      throw SQLError(
        .statement, "\(types.count) values where \(statement.types.count) are needed")
    }
    if keep {
      prepared[sql] = entry
      entry.statements.append(statement)
      entry.byTypes[types] = statement
    }
    return statement
  }

  private func resolvedTypes(of name: String) throws -> [Oid] {
    let result = try check(PostgresResult(PQdescribePrepared(pointer, name)))
    return (0..<PQnparams(result.pointer)).map { PQparamtype(result.pointer, $0) }
  }
}
