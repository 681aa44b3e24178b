;; What follows from several units: runs of capitals and phrases. Unit `i` stands at place `i + 4` of its column.

;; Reads the runs and phrases of so many units.
(func $surround (export "surround") (param $length i32)
  (call $edge (i32.const 0))
  (call $edge (i32.add (local.get $length) (i32.const 4)))
  (call $findRuns (i32.add (local.get $length) (i32.mul (i32.const 2) (i32.const 4))))
  (call $markPhrases (i32.add (local.get $length) (i32.const 4))))

;; Four units of the edge.
(func $edge (param $at i32)
  (local.set $at (i32.shl (local.get $at) (i32.const 2)))
  (v128.store (i32.add (global.get $ids) (local.get $at)) (v128.const i32x4 0 0 0 0))
  (v128.store (i32.add (global.get $keys) (local.get $at)) (v128.load32_splat offset=8 (global.get $lexemes)))
  (v128.store (i32.add (global.get $facts) (local.get $at)) (v128.load32_splat offset=12 (global.get $lexemes))))

;; Runs in the places `[0, end)`: the edges have no capital, and no neighbours are told of those behind the text, nor of those before it.
(func $findRuns (param $end i32)
  (local $latest i32) (local $first i32) (local $at i32) (local $p i32) (local $before i32)
  ;; From the left: where the run began, or where the run before ended.
  (local.set $latest (i32.const -1000))
  (local.set $first (i32.const -1))
  (local.set $at (i32.const 0))
  (block $done
    (loop $next
      (br_if $done (i32.ge_s (local.get $at) (local.get $end)))
      (local.set $p (i32.shl (local.get $at) (i32.const 2)))
      (local.set $before (i32.const -1))
      (if (i32.and (i32.load (i32.add (global.get $facts) (local.get $p))) (i32.const 64))
        (then
          (local.set $latest (local.get $at))
          (local.set $first (select (local.get $at) (local.get $first) (i32.lt_s (local.get $first) (i32.const 0)))))
        (else
          (local.set $first (i32.const -1))
          (if
            (i32.and (i32.le_s (i32.sub (local.get $at) (local.get $latest)) (i32.const 4))
              (i32.lt_s (local.get $at) (i32.sub (local.get $end) (i32.const 4))))
            (then (local.set $before (local.get $latest))))))
      (i32.store (i32.add (global.get $runFirst) (local.get $p)) (local.get $first))
      (i32.store (i32.add (global.get $runBefore) (local.get $p)) (local.get $before))
      (local.set $at (i32.add (local.get $at) (i32.const 1)))
      (br $next)))
  ;; From the right: where the run ends, or where the run behind begins.
  (local.set $latest (i32.const 0x10000000))
  (local.set $first (i32.const -1))
  (block $done2
    (loop $next2
      (br_if $done2 (i32.eqz (local.get $at)))
      (local.set $at (i32.sub (local.get $at) (i32.const 1)))
      (local.set $p (i32.shl (local.get $at) (i32.const 2)))
      (local.set $before (i32.const -1))
      (if (i32.and (i32.load (i32.add (global.get $facts) (local.get $p))) (i32.const 64))
        (then
          (local.set $latest (local.get $at))
          (local.set $first (select (local.get $at) (local.get $first) (i32.lt_s (local.get $first) (i32.const 0)))))
        (else
          (local.set $first (i32.const -1))
          (if (i32.and (i32.le_s (i32.sub (local.get $latest) (local.get $at)) (i32.const 4)) (i32.ge_s (local.get $at) (i32.const 4)))
            (then (local.set $before (local.get $latest))))))
      (i32.store (i32.add (global.get $runLast) (local.get $p)) (local.get $first))
      (i32.store (i32.add (global.get $runAfter) (local.get $p)) (local.get $before))
      (br $next2))))

;; Marks the longest phrases of each sort from left to right in the places up to `end`. Names stand near capitals and have one.
(func $markPhrases (param $end i32)
  (local $at i32) (local $p i32) (local $fact i32) (local $known i32) (local $triggerEnd i32) (local $nameEnd i32) (local $listedEnd i32)
  (local.set $at (global.get $phrases))
  (block $done
    (loop $next
      (br_if $done
        (i32.ge_u (local.get $at) (i32.add (global.get $phrases) (i32.shl (i32.add (local.get $end) (i32.const 4)) (i32.const 3)))))
      (v128.store (local.get $at) (v128.const i32x4 0 0 0 0))
      (local.set $at (i32.add (local.get $at) (i32.const 16)))
      (br $next)))
  ;; Nothing binds the edges.
  (i32.store16 offset=30 (global.get $phrases) (i32.const 1))
  (i32.store16 (i32.sub (i32.add (global.get $phrases) (i32.shl (local.get $end) (i32.const 3))) (i32.const 2)) (i32.const 1))
  (local.set $at (i32.const 4))
  (block $done2
    (loop $next2
      (br_if $done2 (i32.ge_s (local.get $at) (local.get $end)))
      (local.set $p (i32.shl (local.get $at) (i32.const 2)))
      (local.set $fact (i32.load (i32.add (global.get $facts) (local.get $p))))
      ;; Names, the gazetteer, triggers.
      (if (i32.and (local.get $fact) (i32.const 0x7000000))
        (then
          (local.set $known (i32.load offset=16 (i32.add (global.get $lexemes) (i32.load (i32.add (global.get $ids) (local.get $p))))))
          (if
            (i32.and (i32.and (i32.shr_u (local.get $fact) (i32.const 26)) (i32.const 1))
              (i32.ge_s (local.get $at) (local.get $triggerEnd)))
            (then
              (local.set $triggerEnd (call $markPhrase (local.get $at) (local.get $end) (i32.add (global.get $phrases) (i32.const 4)) (i32.const 0x74726967)
                (i32.and (i32.shr_u (local.get $known) (i32.const 16)) (i32.const 255)) (i32.const 1)))))
          (if
            (i32.ge_s
              (i32.and (i32.load (i32.add (global.get $runAfter) (local.get $p)))
                (i32.load (i32.add (global.get $runFirst) (local.get $p))))
              (i32.const 0))
            (then
              (if
                (i32.and (i32.and (i32.shr_u (local.get $fact) (i32.const 24)) (i32.const 1))
                  (i32.ge_s (local.get $at) (local.get $nameEnd)))
                (then
                  (local.set $nameEnd (call $markPhrase (local.get $at) (local.get $end) (global.get $phrases) (i32.const 0x6e616d65)
                    (i32.and (local.get $known) (i32.const 255)) (i32.and (local.get $fact) (i32.const 64))))))
              (if
                (i32.and (i32.and (i32.shr_u (local.get $fact) (i32.const 25)) (i32.const 1))
                  (i32.ge_s (local.get $at) (local.get $listedEnd)))
                (then
                  (local.set $listedEnd (call $markPhrase (local.get $at) (local.get $end) (i32.add (global.get $phrases) (i32.const 2))
                    (i32.const 0x67617a65) (i32.and (i32.shr_u (local.get $known) (i32.const 8)) (i32.const 255))
                    (i32.and (local.get $fact) (i32.const 64))))))))))
      (local.set $at (i32.add (local.get $at) (i32.const 1)))
      (br $next2))))

;; Marks the longest phrase that begins at a place and has a capital, where it needs one, and says where it ends.
(func $markPhrase (param $first i32) (param $end i32) (param $column i32) (param $seed i32) (param $found i32) (param $hasCapital i32) (result i32)
  (local $last i32) (local $at i32) (local $hash i32) (local $kind i32)
  (local.set $last (local.get $first))
  (local.set $at (i32.add (local.get $first) (i32.const 1)))
  (block $done
    (loop $next
      (if (i32.and (local.get $found) (i32.const 127))
        (then
          (if (local.get $hasCapital)
            (then
              (local.set $kind (i32.and (local.get $found) (i32.const 127)))
              (local.set $last (local.get $at))))))
      (br_if $done (i32.or (i32.lt_s (local.get $found) (i32.const 128)) (i32.ge_s (local.get $at) (local.get $end))))
      (if (i32.eq (local.get $at) (i32.add (local.get $first) (i32.const 1)))
        (then
          (local.set $hash (call $join (local.get $seed) (i32.load (i32.add (global.get $keys) (i32.shl (local.get $first) (i32.const 2))))))))
      (local.set $hash (call $join (local.get $hash) (i32.load (i32.add (global.get $keys) (i32.shl (local.get $at) (i32.const 2))))))
      (local.set $hasCapital (i32.or (local.get $hasCapital)
        (i32.and (i32.load (i32.add (global.get $facts) (i32.shl (local.get $at) (i32.const 2)))) (i32.const 64))))
      (local.set $found (call $step (local.get $hash)))
      (local.set $at (i32.add (local.get $at) (i32.const 1)))
      (br $next)))
  ;; A part's number is 0 at the beginning, 1 inside, 2 at the end; that of a phrase of one unit is 3.
  (if (i32.eq (local.get $last) (i32.add (local.get $first) (i32.const 1)))
    (then
      (i32.store16 (i32.add (local.get $column) (i32.shl (local.get $first) (i32.const 3)))
        (i32.add (i32.shl (local.get $kind) (i32.const 2)) (i32.const 3))))
    (else
      (local.set $at (local.get $first))
      (block $done2
        (loop $next2
          (br_if $done2 (i32.ge_s (local.get $at) (local.get $last)))
          (i32.store16 (i32.add (local.get $column) (i32.shl (local.get $at) (i32.const 3)))
            (i32.add (i32.shl (local.get $kind) (i32.const 2))
              (select (i32.const 0)
                (select (i32.const 2) (i32.const 1) (i32.eq (local.get $at) (i32.sub (local.get $last) (i32.const 1))))
                (i32.eq (local.get $at) (local.get $first)))))
          (local.set $at (i32.add (local.get $at) (i32.const 1)))
          (br $next2)))))
  (local.get $last))

;; How firmly the unit at a place and the next one belong to one word: 0, 1 or 2. It is found out once.
(func $bond (param $at i32) (result i32)
  (local $p i32) (local $known i32)
  (local.set $p (i32.add (global.get $phrases) (i32.shl (local.get $at) (i32.const 3))))
  (local.set $known (i32.load16_u offset=6 (local.get $p)))
  (if (i32.eq (local.get $known) (i32.const 0))
    (then
      (local.set $known (i32.const 1))
      (if (i32.and (i32.load (i32.add (global.get $facts) (i32.shl (local.get $at) (i32.const 2)))) (i32.const 128))
        (then
          (local.set $known (i32.add
            (i32.and
              (call $step
                (call $join
                  (call $join (i32.const 0x676c7565) (i32.load (i32.add (global.get $keys) (i32.shl (local.get $at) (i32.const 2)))))
                  (i32.load offset=4 (i32.add (global.get $keys) (i32.shl (local.get $at) (i32.const 2))))))
              (i32.const 3))
            (i32.const 1)))))
      (i32.store16 offset=6 (local.get $p) (local.get $known))))
  (i32.sub (local.get $known) (i32.const 1)))
