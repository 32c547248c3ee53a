import Foundation

/// The folder in which the desk keeps everything.
struct FolderCheck {
  static let tight = Int64(1) << 30
  static let full = Int64(200) << 20

  var path: String

  func findings() -> [Finding] {
    let files = FileManager.default
    var isFolder = ObjCBool(false)
    guard files.fileExists(atPath: path, isDirectory: &isFolder) else {
      return [.look("data folder", "\(path) is not there yet. heed serve makes it.")]
    }
    guard isFolder.boolValue else {
      return [.broken("data folder", "\(path) is a file. Name a folder with --data.")]
    }
    var findings: [Finding] = []
    if !files.isWritableFile(atPath: path) {
      findings.append(
        .broken("data folder", "\(path) cannot be written to. Give it to the user who runs heed."))
    } else if let mode = FileMode(path), mode.isOpenToOthers {
      findings.append(
        .look("data folder", "\(path) can be read by others on this machine: chmod 700 \(path)"))
    } else {
      findings.append(.well("data folder", "\(path) is yours alone."))
    }
    if let free = free() { findings.append(Self.finding(free: free)) }
    return findings
  }

  static func finding(free: Int64) -> Finding {
    let room = "\(free >> 20) MiB are free"
    if free < full {
      return .broken("disk", "\(room). Make room: the desk cannot keep what it hears.")
    }
    return free < tight
      ? .look("disk", "\(room). Make room soon.") : .well("disk", "\(room).")
  }

  private func free() -> Int64? {
    (try? FileManager.default.attributesOfFileSystem(forPath: path))?[.systemFreeSize]
      .flatMap { ($0 as? NSNumber)?.int64Value }
  }
}

/// Who may read a file.
struct FileMode {
  var bits: Int

  init?(_ path: String) {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    guard let bits = (attributes?[.posixPermissions] as? NSNumber)?.intValue else { return nil }
    self.bits = bits
  }

  var isOpenToOthers: Bool { bits & 0o077 != 0 }
}
