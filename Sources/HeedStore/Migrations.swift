/// Every step of the record's schema, oldest first, embedded in the binary.
public enum Migrations {
  /// What `Migrator` is given. A shipped one never changes; a new one is added at the end.
  public static let all: [Migration] = [
    Migration(
      number: 1, name: "record",
      sql: String(decoding: PackageResources.m0001_record_sql, as: UTF8.self)),
    Migration(
      number: 2, name: "machines",
      sql: String(decoding: PackageResources.m0002_machines_sql, as: UTF8.self)),
    Migration(
      number: 3, name: "replaced",
      sql: String(decoding: PackageResources.m0003_replaced_sql, as: UTF8.self)),
  ]
}
