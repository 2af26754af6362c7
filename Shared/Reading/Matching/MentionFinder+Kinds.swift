import Evidence
import Gazetteer

extension MentionFinder {
    func kind(of candidate: Candidate) -> EntityKind {
        switch candidate.target {
        case .known(let entity): catalogue.entities[entity].kind
        case .derived(let name): name.kind
        }
    }
}
