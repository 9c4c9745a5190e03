extension Array {
  /// The elements that share a key, group by group, in the order in which the keys first appear.
  func grouped<Key: Hashable>(by key: (Element) -> Key) -> [[Element]] {
    var indices: [Key: Int] = [:]
    var groups: [[Element]] = []
    for element in self {
      let index = indices[key(element), default: groups.count]
      if index == groups.count {
        indices[key(element)] = index
        groups.append([])
      }
      groups[index].append(element)
    }
    return groups
  }
}
