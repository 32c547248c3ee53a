import Foundation
import HeedDesk
import HeedModel

/// Media of other people in a folder, one file each. When a file was made and when it was last used stand at the file.
struct FolderOfMedia: MediaCache {
  var path: String

  private func file(_ name: String) throws -> String {
    // Letters, digits and dashes: nothing else can reach a path.
    guard !name.isEmpty,
      name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") })
    else { throw Problem(.invalid, "That is no name of a medium.") }
    return path + "/" + name
  }

  func read(_ name: String, at now: Instant) async throws -> [UInt8]? {
    let file = try file(name)
    guard let data = FileManager.default.contents(atPath: file) else { return nil }
    try Self.mark(file, usedAt: now)
    return Array(data)
  }

  func write(_ bytes: [UInt8], name: String, at now: Instant) async throws {
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let file = try file(name)
    try Data(bytes).write(to: URL(fileURLWithPath: file), options: .atomic)
    try Self.mark(file, keptAt: now, usedAt: now)
  }

  func remove(_ name: String) async throws {
    let file = try file(name)
    if FileManager.default.fileExists(atPath: file) {
      try FileManager.default.removeItem(atPath: file)
    }
  }

  func all() async throws -> [KeptMedium] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.compactMap { name in
      var state = stat()
      guard let file = try? file(name), stat(file, &state) == 0 else { return nil }
      return KeptMedium(
        name: name, bytes: Int(state.st_size), keptAt: Instant(state.st_mtim),
        usedAt: Instant(state.st_atim))
    }
  }

  /// The times of reading and of writing; systems keep the first one by themselves only now and then.
  private static func mark(_ file: String, keptAt: Instant? = nil, usedAt: Instant) throws {
    func time(_ instant: Instant) -> timespec {
      timespec(
        tv_sec: Int(instant.milliseconds / 1000),
        tv_nsec: Int(instant.milliseconds % 1000) * 1_000_000)
    }
    // UTIME_OMIT of <sys/stat.h>, a macro that Swift does not see: leave this one as it is.
    let omit = (1 << 30) - 2
    var times = [
      time(usedAt), keptAt.map(time) ?? timespec(tv_sec: 0, tv_nsec: omit),
    ]
    _ = utimensat(AT_FDCWD, file, &times, 0)
  }
}

extension Instant {
  fileprivate init(_ time: timespec) {
    self.init(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
  }
}
