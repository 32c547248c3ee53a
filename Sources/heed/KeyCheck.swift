import Foundation
import HeedDesk
import HeedModel

/// The desk's key: there, private, and the one that the stored secrets were sealed with.
struct KeyCheck {
  var path: String

  func findings() -> [Finding] {
    guard FileManager.default.fileExists(atPath: path) else {
      return [.look("key", "There is no key at \(path) yet. heed serve makes one for a new desk.")]
    }
    guard (try? KeyFile.load(path, make: false)) != nil else {
      return [
        .broken("key", "\(path) holds no key of a desk. Bring it back from your backup of keys.")
      ]
    }
    guard FileMode(path)?.isOpenToOthers == false else {
      return [.broken("key", "\(path) can be read by others on this machine: chmod 600 \(path)")]
    }
    return [.well("key", "\(path) is there and yours alone.")]
  }

  func findings(opening record: RecordFacts) -> [Finding] {
    guard !record.sealed.isEmpty else { return [] }
    guard let key = try? KeyFile.load(path, make: false) else {
      return [
        .broken(
          "key", "\(record.sealed.count) stored secrets wait for a key. Bring it back to \(path).")
      ]
    }
    let vault = Vault(key: key)
    let closed = record.sealed.filter { (try? vault.open($0.box, for: $0.owner)) == nil }
    guard closed.isEmpty else {
      let names = closed.map(\.name).joined(separator: ", ")
      return [
        .broken(
          "key",
          "It does not open what was sealed for \(names). Bring back the key of this desk, or sign in there again."
        )
      ]
    }
    return [.well("key", "It opens all \(record.sealed.count) stored secrets.")]
  }
}
