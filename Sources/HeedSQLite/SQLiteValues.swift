import Foundation
import GRDB
import HeedStore

extension SQLValue {
  func bound() throws -> DatabaseValue {
    switch self {
    case .null: .null
    case .integer(let value): value.databaseValue
    case .real(let value): value.databaseValue
    case .text(let value): try SQLValue.storable(value).databaseValue
    case .bytes(let value): Data(try SQLValue.storable(value)).databaseValue
    }
  }

  init(_ value: DatabaseValue) {
    switch value.storage {
    case .null: self = .null
    case .int64(let value): self = .integer(value)
    case .double(let value): self = .real(value)
    case .string(let value): self = .text(value)
    case .blob(let value): self = .bytes(Array(value))
    }
  }
}
