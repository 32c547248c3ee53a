import CGMime

/// SHA-256, for names that have to be short and always the same.
enum Digest {
  static func hex(_ text: String) -> String { hex(Array(text.utf8)) }

  static func hex(_ bytes: [UInt8]) -> String {
    let sum = bytes.withUnsafeBufferPointer {
      g_compute_checksum_for_data(G_CHECKSUM_SHA256, $0.baseAddress, gsize($0.count))
    }
    return MimeLibrary.owned(sum) ?? ""
  }
}
