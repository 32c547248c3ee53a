import Foundation
import HeedDesk
import HeedModel

/// The machine's clock.
struct SystemClock: DeskClock {
  func now() -> Instant {
    Instant(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded(.down)))
  }
  func sleep(for duration: Duration) async throws { try await Task.sleep(for: duration) }
}

/// The machine's randomness, fit for keys.
struct SystemRandomness: Randomness {
  func bytes(_ count: Int) -> [UInt8] {
    // Eight at a time: each call of the generator asks the system.
    var generator = SystemRandomNumberGenerator()
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count + 7)
    while bytes.count < count {
      withUnsafeBytes(of: generator.next()) { bytes.append(contentsOf: $0) }
    }
    bytes.removeLast(bytes.count - count)
    return bytes
  }
}

/// Lines for whoever started the program, at once also where the output is a file or a pipe.
enum Terminal {
  static func say(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }
}

/// Media in a folder, one file each, named by their number.
struct FolderOfUploads: UploadFolder {
  var path: String

  private func file(_ name: String) throws -> URL {
    // Names are numbers: nothing else can reach a path.
    guard !name.isEmpty, name.allSatisfy({ $0.isASCII && $0.isNumber }) else {
      throw Problem(.invalid, "That is no name of a medium.")
    }
    return URL(fileURLWithPath: path).appendingPathComponent(name)
  }

  func write(_ bytes: [UInt8], name: String) async throws {
    let file = try file(name)
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    try Data(bytes).write(to: file, options: .atomic)
  }

  func read(_ name: String) async throws -> [UInt8] { Array(try Data(contentsOf: file(name))) }

  func remove(_ name: String) async throws {
    let file = try file(name)
    if FileManager.default.fileExists(atPath: file.path) {
      try FileManager.default.removeItem(at: file)
    }
  }
}
