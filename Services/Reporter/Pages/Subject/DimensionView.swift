import Evidence
import Scoring

/// One of the two scores with what it is the sum of.
struct DimensionView {
    /// `D` or `L`, also the fragment of this part of the page.
    var letter: String
    var dimensionTitle: String
    var meaning: String
    var score: ScoreView
    var floorView: FloorView?
    var columns: [Column]
    var rows: [GridRow]
    var sets: [SetView]
    var contributions: [ContributionView]
    /// `nil` where there is nothing to add up.
    var contributionSum: String?
    var under: [UnderView]

    struct Column {
        var code: String
        var question: String
        var weightText: String
    }

    struct GridRow {
        var functionTitle: String
        var weightText: String
        var cells: [CellView]
    }

    /// A function × factor.
    struct CellView {
        var isKnown: Bool
        var levelText: String
        var pointsText: String
        var cellHref: String
        var explanation: String
        /// 0 to 4, for the shade.
        var shade: String
    }

    /// A factor of all deployments together.
    struct SetView {
        var code: String
        var question: String
        var valueText: String
        var boundsText: String
        var marks: [QuoteRegister.Mark]
    }

    /// What one factor of one deployment gives, over all functions.
    struct ContributionView {
        var pointsText: String
        var code: String
        var question: String
        var levelMeaning: String
        var deploymentName: String
        var deploymentHref: String
        var functionsText: String
        var marks: [QuoteRegister.Mark]
    }

    /// What would count if what lies above it were lifted.
    struct UnderView {
        var place: String
        var deploymentName: String
        var deploymentHref: String
        var valueText: String
    }
}

/// The worst gate, and what holds it there.
struct FloorView {
    var floorLabel: String
    var isPinned: Bool
    var pins: [PinView]
    var liftedText: String
    var gates: [GateView]
    var isSovereignty: Bool

    struct PinView {
        var code: String
        var question: String
        var deploymentName: String
        var deploymentHref: String
        var marks: [QuoteRegister.Mark]
    }

    struct GateView {
        var code: String
        var question: String
        var gateText: String
        var sealText: String
    }
}

extension Dimension {
    var letter: String {
        switch self {
        case .dataSovereignty: "D"
        case .lockIn: "L"
        }
    }

    var title: String {
        switch self {
        case .dataSovereignty: "Data-sovereignty exposure"
        case .lockIn: "Lock-in exposure"
        }
    }

    var meaning: String {
        switch self {
        case .dataSovereignty:
            "How far someone outside its jurisdiction can see, take, alter or switch off the "
                + "government’s data and systems."
        case .lockIn:
            "How hard it would be for the government to leave its suppliers, whatever their "
                + "nationality."
        }
    }
}
