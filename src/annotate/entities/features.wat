;; Features of a unit that follow from more than one unit, as `features.ts` defines them: each is a number plus that of its slot.

;; Writes the features of unit `i` and says where they end.
(func $placeFeatures (param $i i32) (result i32)
  (local $at i32) (local $key i32) (local $fact i32) (local $a1 i32) (local $me i32) (local $b1 i32) (local $myKey i32)
  (local $shapeA i32) (local $shapeMe i32) (local $shapeB i32) (local $phrase i32) (local $named i32) (local $listed i32)
  (local $triggers i32) (local $triggerBefore i32) (local $namedNext i32) (local $listedNext i32) (local $triggerNext i32)
  (local $bonds i32)
  (local.set $at (global.get $features))
  (local.set $key (i32.add (global.get $keys) (i32.shl (local.get $i) (i32.const 2))))
  (local.set $fact (i32.add (global.get $facts) (i32.shl (local.get $i) (i32.const 2))))
  (local.set $a1 (i32.load offset=12 (local.get $fact)))
  (local.set $me (i32.load offset=16 (local.get $fact)))
  (local.set $b1 (i32.load offset=20 (local.get $fact)))
  (local.set $myKey (i32.load offset=16 (local.get $key)))
  (local.set $shapeA (i32.and (local.get $a1) (i32.const 63)))
  (local.set $shapeMe (i32.and (local.get $me) (i32.const 63)))
  (local.set $shapeB (i32.and (local.get $b1) (i32.const 63)))
  (i32.store (local.get $at)
    (i32.add
      (i32.add (i32.mul (i32.load offset=12 (local.get $key)) (i32.const 0x9e3779b1)) (i32.mul (local.get $myKey) (i32.const 0x7feb352d)))
      (i32.mul (i32.const 100) (i32.const 0x5bd1e995))))
  (i32.store offset=4 (local.get $at)
    (i32.add
      (i32.add (i32.mul (local.get $myKey) (i32.const 0x9e3779b1)) (i32.mul (i32.load offset=20 (local.get $key)) (i32.const 0x7feb352d)))
      (i32.mul (i32.const 101) (i32.const 0x5bd1e995))))
  (i32.store offset=8 (local.get $at)
    (i32.add
      (i32.or (i32.shl (i32.or (i32.shl (local.get $shapeA) (i32.const 6)) (local.get $shapeMe)) (i32.const 6)) (local.get $shapeB))
      (i32.mul (i32.const 105) (i32.const 0x5bd1e995))))
  (i32.store offset=12 (local.get $at)
    (i32.add
      (i32.add
        (i32.mul
          (i32.or
            (i32.or (i32.shl (i32.and (i32.shr_u (local.get $a1) (i32.const 8)) (i32.const 255)) (i32.const 16))
              (i32.shl (i32.and (i32.shr_u (local.get $me) (i32.const 8)) (i32.const 255)) (i32.const 8)))
            (i32.and (i32.shr_u (local.get $b1) (i32.const 8)) (i32.const 255)))
          (i32.const 0x9e3779b1))
        (i32.mul (local.get $shapeMe) (i32.const 0x7feb352d)))
      (i32.mul (i32.const 111) (i32.const 0x5bd1e995))))
  (local.set $at (i32.add (local.get $at) (i32.const 16)))
  (local.set $phrase (i32.add (global.get $phrases) (i32.shl (local.get $i) (i32.const 3))))
  (local.set $named (i32.load16_u offset=32 (local.get $phrase)))
  (local.set $listed (i32.load16_u offset=34 (local.get $phrase)))
  (local.set $triggers (i32.load16_u offset=36 (local.get $phrase)))
  (local.set $triggerBefore (i32.load16_u offset=28 (local.get $phrase)))
  (local.set $namedNext (i32.load16_u offset=40 (local.get $phrase)))
  (local.set $listedNext (i32.load16_u offset=42 (local.get $phrase)))
  (local.set $triggerNext (i32.load16_u offset=44 (local.get $phrase)))
  (if (local.get $named)
    (then
      (i32.store (local.get $at) (i32.add (local.get $named) (i32.mul (i32.const 112) (i32.const 0x5bd1e995))))
      (i32.store offset=4 (local.get $at)
        (i32.add (i32.or (i32.shl (local.get $named) (i32.const 16)) (local.get $triggerBefore))
          (i32.mul (i32.const 114) (i32.const 0x5bd1e995))))
      (local.set $at (i32.add (local.get $at) (i32.const 8)))))
  (if (i32.or (local.get $named) (local.get $namedNext))
    (then
      (i32.store (local.get $at)
        (i32.add (i32.or (i32.shl (local.get $named) (i32.const 16)) (local.get $namedNext))
          (i32.mul (i32.const 113) (i32.const 0x5bd1e995))))
      (local.set $at (i32.add (local.get $at) (i32.const 4)))))
  (if (local.get $listed)
    (then
      (i32.store (local.get $at) (i32.add (local.get $listed) (i32.mul (i32.const 119) (i32.const 0x5bd1e995))))
      (i32.store offset=4 (local.get $at)
        (i32.add (i32.or (i32.shl (local.get $listed) (i32.const 16)) (local.get $triggerBefore))
          (i32.mul (i32.const 121) (i32.const 0x5bd1e995))))
      (i32.store offset=8 (local.get $at)
        (i32.add (i32.or (i32.shl (local.get $listed) (i32.const 16)) (local.get $named))
          (i32.mul (i32.const 122) (i32.const 0x5bd1e995))))
      (i32.store offset=12 (local.get $at)
        (i32.add
          (i32.or (i32.shl (i32.shr_u (local.get $listed) (i32.const 7)) (i32.const 2)) (i32.and (local.get $listed) (i32.const 3)))
          (i32.mul (i32.const 123) (i32.const 0x5bd1e995))))
      (local.set $at (i32.add (local.get $at) (i32.const 16)))))
  (if (i32.or (local.get $listed) (local.get $listedNext))
    (then
      (i32.store (local.get $at)
        (i32.add (i32.or (i32.shl (local.get $listed) (i32.const 16)) (local.get $listedNext))
          (i32.mul (i32.const 120) (i32.const 0x5bd1e995))))
      (local.set $at (i32.add (local.get $at) (i32.const 4)))))
  (if (local.get $triggers)
    (then
      (i32.store (local.get $at) (i32.add (local.get $triggers) (i32.mul (i32.const 115) (i32.const 0x5bd1e995))))
      (i32.store offset=4 (local.get $at)
        (i32.add
          (i32.add (i32.mul (i32.or (i32.shl (local.get $triggers) (i32.const 16)) (local.get $namedNext)) (i32.const 0x9e3779b1))
            (i32.mul (local.get $shapeB) (i32.const 0x7feb352d)))
          (i32.mul (i32.const 118) (i32.const 0x5bd1e995))))
      (local.set $at (i32.add (local.get $at) (i32.const 8)))))
  (if (local.get $triggerBefore)
    (then
      (i32.store (local.get $at)
        (i32.add (i32.or (i32.shl (local.get $triggerBefore) (i32.const 6)) (local.get $shapeMe))
          (i32.mul (i32.const 116) (i32.const 0x5bd1e995))))
      (local.set $at (i32.add (local.get $at) (i32.const 4)))))
  (if (local.get $triggerNext)
    (then
      (i32.store (local.get $at)
        (i32.add (i32.or (i32.shl (local.get $triggerNext) (i32.const 6)) (local.get $shapeMe))
          (i32.mul (i32.const 117) (i32.const 0x5bd1e995))))
      (local.set $at (i32.add (local.get $at) (i32.const 4)))))
  (local.set $bonds (i32.or (i32.shl (call $bond (i32.sub (i32.add (local.get $i) (i32.const 4)) (i32.const 1))) (i32.const 2))
    (call $bond (i32.add (local.get $i) (i32.const 4)))))
  (if (local.get $bonds)
    (then
      (i32.store (local.get $at)
        (i32.add
          (i32.or (i32.shl (i32.or (i32.shl (local.get $bonds) (i32.const 6)) (local.get $shapeA)) (i32.const 6)) (local.get $shapeMe))
          (i32.mul (i32.const 124) (i32.const 0x5bd1e995))))
      (i32.store offset=4 (local.get $at)
        (i32.add
          (i32.or (i32.shl (i32.or (i32.shl (local.get $bonds) (i32.const 6)) (local.get $shapeMe)) (i32.const 6)) (local.get $shapeB))
          (i32.mul (i32.const 125) (i32.const 0x5bd1e995))))
      (local.set $at (i32.add (local.get $at) (i32.const 8)))))
  (if (i32.and (local.get $me) (i32.const 64)) (then (return (call $runFeatures (i32.add (local.get $i) (i32.const 4)) (local.get $at)))))
  (call $gapFeatures (i32.add (local.get $i) (i32.const 4)) (local.get $at)))

;; Of a unit with a capital: the run of capitals that it is in, and what stands around the run.
(func $runFeatures (param $i i32) (param $at i32) (result i32)
  (local $first i32) (local $last i32) (local $keyBefore i32) (local $before i32)
  (local $fromFirst i32) (local $toLast i32) (local $part i32) (local $place i32) (local $triggerBefore i32)
  (local $triggerAfter i32) (local $ofPart i32) (local $ofPlace i32)
  (local.set $first (i32.load (i32.add (global.get $runFirst) (i32.shl (local.get $i) (i32.const 2)))))
  (local.set $last (i32.load (i32.add (global.get $runLast) (i32.shl (local.get $i) (i32.const 2)))))
  (local.set $keyBefore (i32.load (i32.sub (i32.add (global.get $keys) (i32.shl (local.get $first) (i32.const 2))) (i32.const 4))))
  (local.set $before (i32.load (i32.sub (i32.add (global.get $facts) (i32.shl (local.get $first) (i32.const 2))) (i32.const 4))))
  (local.set $fromFirst (i32.sub (local.get $i) (local.get $first)))
  (local.set $toLast (i32.sub (local.get $last) (local.get $i)))
  ;; Alone, the first, the last, or between.
  (local.set $part (select (i32.const 3)
    (select (i32.const 0) (select (i32.const 1) (i32.const 2) (local.get $toLast)) (i32.eqz (local.get $fromFirst)))
    (i32.eq (local.get $first) (local.get $last))))
  (local.set $place (i32.or (i32.shl (select (i32.const 4) (local.get $fromFirst) (i32.gt_s (local.get $fromFirst) (i32.const 4))) (i32.const 3))
    (select (i32.const 4) (local.get $toLast) (i32.gt_s (local.get $toLast) (i32.const 4)))))
  (local.set $triggerBefore (i32.load16_u (i32.sub (i32.add (global.get $phrases) (i32.shl (local.get $first) (i32.const 3))) (i32.const 4))))
  (local.set $triggerAfter (i32.load16_u offset=12 (i32.add (global.get $phrases) (i32.shl (local.get $last) (i32.const 3)))))
  (local.set $ofPart (i32.mul (local.get $part) (i32.const 0x7feb352d)))
  (local.set $ofPlace (i32.mul (local.get $place) (i32.const 0x7feb352d)))
  (i32.store (local.get $at)
    (i32.add (i32.add (i32.mul (local.get $keyBefore) (i32.const 0x9e3779b1)) (local.get $ofPart))
      (i32.mul (i32.const 130) (i32.const 0x5bd1e995))))
  (i32.store offset=4 (local.get $at)
    (i32.add (i32.or (i32.shl (local.get $place) (i32.const 6)) (i32.and (local.get $before) (i32.const 63)))
      (i32.mul (i32.const 137) (i32.const 0x5bd1e995))))
  (i32.store offset=8 (local.get $at)
    (i32.add (i32.add (i32.shl (local.get $triggerBefore) (i32.const 6)) (local.get $place))
      (i32.mul (i32.const 141) (i32.const 0x5bd1e995))))
  (i32.store offset=12 (local.get $at)
    (i32.add
      (i32.add (i32.mul (i32.add (i32.shl (local.get $triggerBefore) (i32.const 8)) (local.get $triggerAfter)) (i32.const 0x9e3779b1))
        (local.get $ofPart))
      (i32.mul (i32.const 142) (i32.const 0x5bd1e995))))
  (i32.store offset=16 (local.get $at)
    (i32.add (i32.add (i32.mul (call $whole (local.get $first) (local.get $last)) (i32.const 0x9e3779b1)) (local.get $ofPlace))
      (i32.mul (i32.const 143) (i32.const 0x5bd1e995))))
  (i32.add (local.get $at) (i32.const 20)))

;; A run of capitals is read whole up to 24 units: a headline in capitals may have no end.
(func $whole (param $first i32) (param $last i32) (result i32)
  (local $end i32) (local $hash i32)
  (local.set $end (select (i32.add (local.get $first) (i32.const 23)) (local.get $last)
    (i32.gt_s (local.get $last) (i32.add (local.get $first) (i32.const 23)))))
  (block $done
    (loop $next
      (br_if $done (i32.gt_s (local.get $first) (local.get $end)))
      (local.set $hash (call $mix
        (i32.add (i32.mul (local.get $hash) (i32.const 0x9e3779b1))
          (i32.mul (i32.load (i32.add (global.get $keys) (i32.shl (local.get $first) (i32.const 2)))) (i32.const 0x7feb352d)))))
      (local.set $first (i32.add (local.get $first) (i32.const 1)))
      (br $next)))
  (local.get $hash))

;; Of a unit without a capital: the runs of capitals near it.
(func $gapFeatures (param $i i32) (param $at i32) (result i32)
  (local $key i32) (local $fact i32) (local $after i32) (local $before i32) (local $toNext i32) (local $toLast i32)
  (local.set $key (i32.load (i32.add (global.get $keys) (i32.shl (local.get $i) (i32.const 2)))))
  (local.set $fact (i32.load (i32.add (global.get $facts) (i32.shl (local.get $i) (i32.const 2)))))
  (local.set $after (i32.load (i32.add (global.get $runAfter) (i32.shl (local.get $i) (i32.const 2)))))
  (if (i32.ge_s (local.get $after) (i32.const 0))
    (then
      (local.set $toNext (i32.sub (local.get $after) (local.get $i)))
      (i32.store (local.get $at)
        (i32.add
          (i32.add (i32.mul (i32.load (i32.add (global.get $keys) (i32.shl (local.get $after) (i32.const 2)))) (i32.const 0x9e3779b1))
            (i32.mul (local.get $toNext) (i32.const 0x7feb352d)))
          (i32.mul (i32.const 160) (i32.const 0x5bd1e995))))
      (i32.store offset=4 (local.get $at)
        (i32.add
          (i32.add
            (i32.mul
              (i32.or
                (i32.shl
                  (i32.and
                    (i32.shr_u (i32.load (i32.add (global.get $facts) (i32.shl (local.get $after) (i32.const 2)))) (i32.const 16))
                    (i32.const 255))
                  (i32.const 8))
                (i32.and (i32.shr_u (local.get $fact) (i32.const 16)) (i32.const 255)))
              (i32.const 0x9e3779b1))
            (i32.mul (local.get $toNext) (i32.const 0x7feb352d)))
          (i32.mul (i32.const 161) (i32.const 0x5bd1e995))))
      (i32.store offset=8 (local.get $at)
        (i32.add (i32.add (i32.mul (local.get $key) (i32.const 0x9e3779b1)) (i32.mul (local.get $toNext) (i32.const 0x7feb352d)))
          (i32.mul (i32.const 162) (i32.const 0x5bd1e995))))
      (local.set $at (i32.add (local.get $at) (i32.const 12)))))
  (local.set $before (i32.load (i32.add (global.get $runBefore) (i32.shl (local.get $i) (i32.const 2)))))
  (if (i32.ge_s (local.get $before) (i32.const 0))
    (then
      (local.set $toLast (i32.sub (local.get $i) (local.get $before)))
      (i32.store (local.get $at)
        (i32.add
          (i32.add (i32.mul (i32.load (i32.add (global.get $keys) (i32.shl (local.get $before) (i32.const 2)))) (i32.const 0x9e3779b1))
            (i32.mul (local.get $toLast) (i32.const 0x7feb352d)))
          (i32.mul (i32.const 163) (i32.const 0x5bd1e995))))
      (i32.store offset=4 (local.get $at)
        (i32.add
          (i32.add
            (i32.mul
              (i32.or
                (i32.shl
                  (i32.and
                    (i32.shr_u (i32.load (i32.add (global.get $facts) (i32.shl (local.get $before) (i32.const 2)))) (i32.const 16))
                    (i32.const 255))
                  (i32.const 8))
                (i32.and (i32.shr_u (local.get $fact) (i32.const 16)) (i32.const 255)))
              (i32.const 0x9e3779b1))
            (i32.mul (local.get $toLast) (i32.const 0x7feb352d)))
          (i32.mul (i32.const 164) (i32.const 0x5bd1e995))))
      (i32.store offset=8 (local.get $at)
        (i32.add
          (i32.add
            (i32.mul
              (i32.load
                (i32.add (global.get $keys)
                  (i32.shl (i32.load (i32.add (global.get $runFirst) (i32.shl (local.get $before) (i32.const 2)))) (i32.const 2))))
              (i32.const 0x9e3779b1))
            (i32.mul (local.get $toLast) (i32.const 0x7feb352d)))
          (i32.mul (i32.const 165) (i32.const 0x5bd1e995))))
      (i32.store offset=12 (local.get $at)
        (i32.add (i32.add (i32.mul (local.get $key) (i32.const 0x9e3779b1)) (i32.mul (local.get $toLast) (i32.const 0x7feb352d)))
          (i32.mul (i32.const 166) (i32.const 0x5bd1e995))))
      (local.set $at (i32.add (local.get $at) (i32.const 16)))))
  (i32.store (local.get $at)
    (i32.add
      (i32.add (i32.add (i32.shl (local.get $toLast) (i32.const 9)) (i32.shl (local.get $toNext) (i32.const 6)))
        (i32.and (local.get $fact) (i32.const 63)))
      (i32.mul (i32.const 167) (i32.const 0x5bd1e995))))
  (i32.add (local.get $at) (i32.const 4)))
