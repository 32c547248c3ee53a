import CModels

/// A model inside the program, read where it lies. Little endian.
struct ModelBytes: @unchecked Sendable {
  // Sendable though it points: the bytes are constants of the program.
  private let bytes: UnsafeRawBufferPointer
  private(set) var at = 0

  init(_ model: heed_model) {
    bytes = UnsafeRawBufferPointer(start: model.bytes, count: model.size)
  }

  mutating func integer() -> Int {
    guard bytes.count - at >= 4 else { return 0 }
    defer { at += 4 }
    return Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt32.self)))
  }

  mutating func real() -> Float {
    guard bytes.count - at >= 4 else { return 0 }
    defer { at += 4 }
    return Float(
      bitPattern: UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt32.self)))
  }

  /// A length in a byte, and so many bytes of letters.
  mutating func name() -> String {
    guard at < bytes.count else { return "" }
    let end = min(at + 1 + Int(bytes[at]), bytes.count)
    defer { at = end }
    return String(decoding: bytes[at + 1..<end], as: UTF8.self)
  }

  /// - Returns: rows of weights, one a bucket.
  mutating func weights(rows: Int, stride: Int) -> Weights {
    let count = min(rows * stride, bytes.count - at)
    defer { at += count }
    return Weights(
      bytes: UnsafeRawBufferPointer(rebasing: bytes[at..<at + count]), stride: stride,
      mask: UInt32(rows - 1))
  }

  /// Signed bytes, a row a bucket; the number of buckets is a power of two.
  struct Weights: @unchecked Sendable {
    fileprivate let bytes: UnsafeRawBufferPointer
    let stride: Int
    let mask: UInt32

    /// Adds a bucket's row to the sums, `stride` of them.
    @inline(__always)
    func add(_ hash: UInt32, to sums: UnsafeMutablePointer<Int32>) {
      let start = Int(hash & mask) * stride
      guard start + stride <= bytes.count, let base = bytes.baseAddress else { return }
      let row = (base + start).assumingMemoryBound(to: Int8.self)
      for index in 0..<stride { sums[index] &+= Int32(row[index]) }
    }

    @inline(__always)
    func weight(_ hash: UInt32, _ column: Int) -> Int32 {
      let start = Int(hash & mask) * stride + column
      return start < bytes.count ? Int32(Int8(bitPattern: bytes[start])) : 0
    }
  }
}
