import Coverage
import Domain
import Foundation
import Registry
import Synchronization

/// The social maps of the provinces. They follow from the registry alone, so each is made once, when first asked for.
final class SocialMaps: Sendable {
    private let registry: Registry
    private let made = Mutex<[ProvinceCode: ProvinceMap]>([:])

    init(of registry: Registry) {
        self.registry = registry
    }

    func map(of province: ProvinceCode) -> ProvinceMap {
        if let map = made.withLock({ $0[province] }) { return map }
        let map = ProvinceMap(of: province, organizations: registry.organizations)
        made.withLock { $0[province] = map }
        return map
    }
}
