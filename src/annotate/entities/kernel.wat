;; Sums of weights. `kernel.ts` says what each function gives, and has the same in plain JavaScript.
(module
  (memory (import "env" "memory") 1)
  ;; Entries of the table less one; how far a hash is shifted to be a bucket; where the table's parts and the sums stand.
  (global $mask (import "env" "mask") i32)
  (global $shift (import "env" "shift") i32)
  (global $features (import "env" "features") i32)
  (global $scores (import "env" "scores") i32)
  (global $prints (import "env" "prints") i32)
  (global $rows (import "env" "rows") i32)
  (global $near (import "env" "near") i32)

  ;; Adds the rows of features `[0, count)`, each of them plus `plus`, to the 16 sums at `out`. First all rows are found, then all are
  ;; added, without a branch on what was found: so the processor waits for many places of the memory at once.
  (func $addRows (param $count i32) (param $plus i32) (param $out i32)
    (local $at i32) (local $end i32) (local $hash i32) (local $entry i32) (local $place i32) (local $found i32)
    (local $print v128) (local $bucket v128) (local $row v128) (local $low v128) (local $high v128) (local $sign v128)
    (local.set $end (i32.add (global.get $features) (i32.shl (local.get $count) (i32.const 2))))
    (local.set $at (global.get $features))
    (block $all
      (loop $next
        (br_if $all (i32.ge_u (local.get $at) (local.get $end)))
        (local.set $hash (i32.add (i32.load (local.get $at)) (local.get $plus)))
        (local.set $hash (i32.mul (i32.xor (local.get $hash) (i32.shr_u (local.get $hash) (i32.const 16))) (i32.const 0x85ebca6b)))
        (local.set $hash (i32.mul (i32.xor (local.get $hash) (i32.shr_u (local.get $hash) (i32.const 13))) (i32.const 0xc2b2ae35)))
        (local.set $hash (i32.xor (local.get $hash) (i32.shr_u (local.get $hash) (i32.const 16))))
        (local.set $entry (i32.shl (i32.shr_u (local.get $hash) (global.get $shift)) (i32.const 3)))
        (local.set $print (i16x8.splat (select
          (i32.and (local.get $hash) (i32.const 0xffff))
          (i32.const 1)
          (i32.and (local.get $hash) (i32.const 0xffff)))))
        (local.set $place (i32.add (global.get $prints) (i32.shl (local.get $entry) (i32.const 1))))
        (local.set $bucket (v128.load offset=0 (local.get $place)))
        ;; Only where a bucket is full the next one counts.
        (local.set $found (i32.or
          (i16x8.bitmask (i16x8.eq (local.get $bucket) (local.get $print)))
          (i32.shl
            (i32.mul
              (i16x8.bitmask (i16x8.eq (v128.load offset=16 (local.get $place)) (local.get $print)))
              (i16x8.all_true (local.get $bucket)))
            (i32.const 8))))
        (i32.store offset=768 (local.get $at) (select
          (i32.and (i32.add (local.get $entry) (i32.ctz (local.get $found))) (global.get $mask))
          (i32.add (global.get $mask) (i32.const 1))
          (local.get $found)))
        (local.set $at (i32.add (local.get $at) (i32.const 4)))
        (br $next)))
    (local.set $sign (i8x16.splat (i32.const 0x80)))
    (local.set $low (v128.load offset=0 (local.get $out)))
    (local.set $high (v128.load offset=16 (local.get $out)))
    (local.set $at (global.get $features))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $at) (local.get $end)))
        (local.set $row (v128.xor
          (v128.load (i32.add (global.get $rows) (i32.shl (i32.load offset=768 (local.get $at)) (i32.const 4))))
          (local.get $sign)))
        (local.set $low (i16x8.add (local.get $low) (i16x8.extend_low_i8x16_s (local.get $row))))
        (local.set $high (i16x8.add (local.get $high) (i16x8.extend_high_i8x16_s (local.get $row))))
        (local.set $at (i32.add (local.get $at) (i32.const 4)))
        (br $next)))
    (v128.store offset=0 (local.get $out) (local.get $low))
    (v128.store offset=16 (local.get $out) (local.get $high)))

  (func (export "sumNear") (param $slot i32) (param $count i32) (param $plus i32)
    (local.set $slot (i32.add (global.get $near) (i32.shl (local.get $slot) (i32.const 5))))
    (v128.store offset=0 (local.get $slot) (v128.const i64x2 0 0))
    (v128.store offset=16 (local.get $slot) (v128.const i64x2 0 0))
    (call $addRows (local.get $count) (local.get $plus) (local.get $slot)))

  (func (export "addNear") (param $a i32) (param $b i32) (param $c i32) (param $d i32) (param $e i32)
    (local.set $a (i32.add (global.get $near) (i32.shl (local.get $a) (i32.const 5))))
    (local.set $b (i32.add (global.get $near) (i32.shl (local.get $b) (i32.const 5))))
    (local.set $c (i32.add (global.get $near) (i32.shl (local.get $c) (i32.const 5))))
    (local.set $d (i32.add (global.get $near) (i32.shl (local.get $d) (i32.const 5))))
    (local.set $e (i32.add (global.get $near) (i32.shl (local.get $e) (i32.const 5))))
    (v128.store offset=0 (global.get $scores) (i16x8.add
      (i16x8.add (v128.load offset=0 (local.get $a)) (v128.load offset=0 (local.get $b)))
      (i16x8.add (v128.load offset=0 (local.get $c))
        (i16x8.add (v128.load offset=0 (local.get $d)) (v128.load offset=0 (local.get $e))))))
    (v128.store offset=16 (global.get $scores) (i16x8.add
      (i16x8.add (v128.load offset=16 (local.get $a)) (v128.load offset=16 (local.get $b)))
      (i16x8.add (v128.load offset=16 (local.get $c))
        (i16x8.add (v128.load offset=16 (local.get $d)) (v128.load offset=16 (local.get $e)))))))

  (func (export "addFeatures") (param $count i32)
    (call $addRows (local.get $count) (i32.const 0) (global.get $scores))))
