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
    Migration(
      number: 4, name: "tallies",
      sql: String(decoding: PackageResources.m0004_tallies_sql, as: UTF8.self)),
    Migration(
      number: 5, name: "spikes",
      sql: String(decoding: PackageResources.m0005_spikes_sql, as: UTF8.self)),
    Migration(
      number: 6, name: "pasts",
      sql: String(decoding: PackageResources.m0006_pasts_sql, as: UTF8.self)),
    Migration(
      number: 7, name: "private",
      sql: String(decoding: PackageResources.m0007_private_sql, as: UTF8.self)),
    Migration(
      number: 8, name: "readings",
      sql: String(decoding: PackageResources.m0008_readings_sql, as: UTF8.self)),
    Migration(
      number: 9, name: "mentions",
      sql: String(decoding: PackageResources.m0009_mentions_sql, as: UTF8.self)),
    Migration(
      number: 10, name: "by-hand",
      sql: String(decoding: PackageResources.m0010_by_hand_sql, as: UTF8.self)),
    Migration(
      number: 11, name: "profiles",
      sql: String(decoding: PackageResources.m0011_profiles_sql, as: UTF8.self)),
    Migration(
      number: 12, name: "mistakes",
      sql: String(decoding: PackageResources.m0012_mistakes_sql, as: UTF8.self)),
    Migration(
      number: 13, name: "joins",
      sql: String(decoding: PackageResources.m0013_joins_sql, as: UTF8.self)),
    Migration(
      number: 14, name: "wishes",
      sql: String(decoding: PackageResources.m0014_wishes_sql, as: UTF8.self)),
    Migration(
      number: 15, name: "promises",
      sql: String(decoding: PackageResources.m0015_promises_sql, as: UTF8.self)),
    Migration(
      number: 16, name: "think",
      sql: String(decoding: PackageResources.m0016_think_sql, as: UTF8.self)),
    Migration(
      number: 17, name: "counts",
      sql: String(decoding: PackageResources.m0017_counts_sql, as: UTF8.self)),
    Migration(
      number: 18, name: "told",
      sql: String(decoding: PackageResources.m0018_told_sql, as: UTF8.self)),
    Migration(
      number: 19, name: "rights",
      sql: String(decoding: PackageResources.m0019_rights_sql, as: UTF8.self)),
    Migration(
      number: 20, name: "second-looks",
      sql: String(decoding: PackageResources.m0020_second_looks_sql, as: UTF8.self)),
    Migration(
      number: 21, name: "blanked",
      sql: String(decoding: PackageResources.m0021_blanked_sql, as: UTF8.self)),
    Migration(
      number: 22, name: "paces",
      sql: String(decoding: PackageResources.m0022_paces_sql, as: UTF8.self)),
    Migration(
      number: 23, name: "said-and-done",
      sql: String(decoding: PackageResources.m0023_said_and_done_sql, as: UTF8.self)),
    Migration(
      number: 24, name: "untold-edits",
      sql: String(decoding: PackageResources.m0024_untold_edits_sql, as: UTF8.self)),
    Migration(
      number: 25, name: "ours",
      sql: String(decoding: PackageResources.m0025_ours_sql, as: UTF8.self)),
    Migration(
      number: 26, name: "pressing",
      sql: String(decoding: PackageResources.m0026_pressing_sql, as: UTF8.self)),
    Migration(
      number: 27, name: "their-reading",
      sql: String(decoding: PackageResources.m0027_their_reading_sql, as: UTF8.self)),
    Migration(
      number: 28, name: "standing-again",
      sql: String(decoding: PackageResources.m0028_standing_again_sql, as: UTF8.self)),
    Migration(
      number: 29, name: "held",
      sql: String(decoding: PackageResources.m0029_held_sql, as: UTF8.self)),
    Migration(
      number: 30, name: "stood-before",
      sql: String(decoding: PackageResources.m0030_stood_before_sql, as: UTF8.self)),
    Migration(
      number: 31, name: "answering-members",
      sql: String(decoding: PackageResources.m0031_answering_members_sql, as: UTF8.self)),
    Migration(
      number: 32, name: "one-thread",
      sql: String(decoding: PackageResources.m0032_one_thread_sql, as: UTF8.self)),
    Migration(
      number: 33, name: "former-addresses",
      sql: String(decoding: PackageResources.m0033_former_addresses_sql, as: UTF8.self)),
    Migration(
      number: 34, name: "answering-drafts",
      sql: String(decoding: PackageResources.m0034_answering_drafts_sql, as: UTF8.self)),
    Migration(
      number: 35, name: "settled-fixes",
      sql: String(decoding: PackageResources.m0035_settled_fixes_sql, as: UTF8.self)),
  ]
}
