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

  /// - Returns: so many rows of four bits a number, each found by a key: first all keys, in order, then the step of each
  ///   row, then all rows.
  mutating func rows(_ count: Int, width: Int) -> Rows {
    let size = count * (8 + width / 2)
    let isWhole = count >= 0 && bytes.count - at >= size
    defer { at += isWhole ? size : 0 }
    return Rows(
      bytes: UnsafeRawBufferPointer(rebasing: bytes[at..<at + (isWhole ? size : 0)]),
      count: isWhole ? count : 0, width: width)
  }

  struct Rows: @unchecked Sendable {
    fileprivate let bytes: UnsafeRawBufferPointer
    let count: Int
    let width: Int

    /// The row of a key, by halving.
    func row(of key: UInt32) -> Int? {
      var (low, high) = (0, count)
      while low < high {
        let middle = (low + high) / 2
        if word(middle) < key { low = middle + 1 } else { high = middle }
      }
      return low < count && word(low) == key ? low : nil
    }

    /// - Parameter sums: `width` of them.
    func add(_ row: Int, to sums: inout [Float]) {
      let step = Float(bitPattern: word(count + row))
      let start = count * 8 + row * width / 2
      for index in 0..<width / 2 {
        let pair = bytes[start + index]
        sums[index * 2] += step * Float(Int(pair & 15) - 8)
        sums[index * 2 + 1] += step * Float(Int(pair >> 4) - 8)
      }
    }

    private func word(_ index: Int) -> UInt32 {
      UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: index * 4, as: UInt32.self))
    }
  }
}
